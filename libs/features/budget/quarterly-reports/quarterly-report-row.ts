import type { ReportPeriod } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** One project as a report showed it; sums are tiyn as text. */
export interface ReportFigureRow {
  readonly number: string;
  readonly title: OfficialText;
  readonly state: string;
  readonly percent: number;
  readonly plannedTiyn: string;
  readonly contractTiyn: string | null;
  readonly paidTiyn: string;
  readonly plannedBy: CivilDate | null;
  readonly finishBy: CivilDate | null;
  readonly delayReason: string | null;
}

/** The akimat's report on a quarter, as it was published. */
export interface QuarterlyReportRow {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly dueOn: CivilDate;
  readonly publishedOn: CivilDate;
  readonly text: OfficialText;
  readonly post: OfficialText;
  readonly figures: readonly ReportFigureRow[];
}

/** A quarter that is owed, with its report or null. */
export interface OwedQuarter extends ReportPeriod {
  readonly report: QuarterlyReportRow | null;
}

/** A round whose winners are built. */
export interface ReportedRoundRow {
  readonly id: string;
  readonly title: OfficialText;
  readonly territory: string;
  readonly territoryPath: readonly string[];
  readonly today: CivilDate;
  readonly quarters: readonly OwedQuarter[];
}
