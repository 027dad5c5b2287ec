import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import type { LoadStage } from './load-stage.js';
import { NOTHING_SET, type PortalSwitches, readPortalSwitches } from './portal-switches.js';
import { PressureGauge } from './pressure-gauge.js';
import { AT_REST, nextCourse, type PressureReading, type StageCourse } from './stage-course.js';

const LOOK_EVERY_MS = 2_000;

/**
 * The stage of this portal: what the operator has set, else what its own measurements lead to. It
 * looks every two seconds; while the database is away the last setting holds.
 */
@Injectable()
export class StageKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('load');
  private readonly gauge: PressureGauge;
  private course: StageCourse = AT_REST;
  private switches: PortalSwitches = NOTHING_SET;
  private timer: NodeJS.Timeout | null = null;
  private told: LoadStage = 'full';
  lastReading: PressureReading = { loopDelayMs: 0, waiting: 0, answers: 0, unavailable: 0 };

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.gauge = new PressureGauge(dataSource);
  }

  get stage(): LoadStage {
    return this.switches.stage ?? this.course.stage;
  }

  /** Has the operator set the stage? */
  get isSet(): boolean {
    return this.switches.stage !== null;
  }

  /** Are limits kept at all? */
  get limitsOn(): boolean {
    return !this.switches.limitsOff;
  }

  note(status: number): void {
    this.gauge.note(status);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.production && !this.config.requestLimits)
      this.logger.error({ alarm: 'limits-off' }, 'REQUEST_LIMITS=0: nothing limits requests');
    await this.lookAtSwitches();
    this.lookAgain();
  }

  onModuleDestroy(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.gauge.close();
  }

  /** Takes what the operator has set, without waiting for the next look. */
  async lookAtSwitches(): Promise<void> {
    this.switches = await readPortalSwitches(this.dataSource).catch(() => this.switches);
    this.tell();
  }

  private lookAgain(): void {
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    this.lastReading = this.gauge.read();
    this.course = nextCourse(this.course, this.lastReading);
    await this.lookAtSwitches();
    if (this.timer) this.lookAgain();
  }

  private tell(): void {
    if (this.stage === this.told) return;
    this.logger.warn(
      { from: this.told, to: this.stage, set: this.isSet, ...this.lastReading },
      'stage',
    );
    this.told = this.stage;
  }
}
