import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { DutySourceReader } from './duty-source.reader.js';
import { ObligationRepository } from './obligation.repository.js';

/** Brings the list of duties up to the records that create and meet them. */
@Injectable()
export class NoteDuties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sources: DutySourceReader,
  ) {}

  /** @returns how many duties are new or changed */
  async run(): Promise<number> {
    const { today } = await this.clock.now();
    const duties = await this.sources.list(today);
    if (duties.length === 0) return 0;
    return this.unitOfWork.run((tx) => tx.of(ObligationRepository).note(duties));
  }
}
