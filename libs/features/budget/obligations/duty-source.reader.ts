import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportPeriodsOf } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { obligationRuleOf, type OwnerPost } from '#rules/obligations/obligation-kind.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { DUTIES_ON_RECORD, REPORTED_ROUNDS } from './duty-source.sql.js';
import type { Duty } from './obligation-row.js';

/** Where a record names another post than the kind of duty does, it is that one who owes. */
type FoundDuty = Omit<Duty, 'post'> & { readonly post: OwnerPost | null };

/** A round whose winners are built, with the days of its reports by the first day of the quarter. */
interface ReportedRound {
  readonly id: string;
  readonly territory: string;
  readonly startedOn: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly reported: Readonly<Record<string, CivilDate>>;
}

/** Duties as the records of all features tell them. */
@Injectable()
export class DutySourceReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DatabaseClock,
  ) {}

  /** All that is not known to be met yet, and every quarterly report. */
  async list(): Promise<readonly Duty[]> {
    const { today } = await this.clock.now();
    const found: FoundDuty[] = await this.dataSource.query(DUTIES_ON_RECORD);
    const rounds: ReportedRound[] = await this.dataSource.query(REPORTED_ROUNDS);
    return [
      ...found.map((duty) => ({ ...duty, post: duty.post ?? obligationRuleOf(duty.kind).post })),
      ...rounds.flatMap((round) => reportDutiesOf(round, today)),
    ];
  }
}

/** @law PR p. 85 */
function reportDutiesOf(round: ReportedRound, today: CivilDate): readonly Duty[] {
  const { id, territory, startedOn, endedOn, reported } = round;
  return reportPeriodsOf(startedOn, endedOn, today).map(({ from, until, dueOn }) => ({
    kind: 'quarterly-report',
    post: obligationRuleOf('quarterly-report').post,
    territory,
    objectKind: 'round',
    objectId: id,
    part: from,
    eventOn: until,
    dueOn,
    metOn: reported[from] ?? null,
  }));
}
