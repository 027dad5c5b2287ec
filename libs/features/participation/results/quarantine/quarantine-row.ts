import type { IntegritySignal } from '#rules/integrity/integrity-report.js';
import type { QuarantineAim } from '#rules/integrity/quarantine.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { QuarantinePreview } from './quarantine-preview.js';

/** A motion with what was decided on it, as everybody may see it. */
export interface MotionRow {
  readonly id: string;
  readonly aim: QuarantineAim;
  readonly reason: OfficialText;
  readonly movedAt: Date;
  /** Null while another person has not decided. */
  readonly decision: MotionDecision | null;
}

export interface MotionDecision {
  readonly confirmed: boolean;
  readonly text: OfficialText;
  readonly decidedAt: Date;
  /** The count that was made with it. */
  readonly tally: string | null;
}

/** A batch of suspicious ballots and everything that was moved for it, the first motion first. */
export interface QuarantineRow {
  readonly id: string;
  readonly signal: IntegritySignal;
  /** KATO code or year of birth, where the finding names one. */
  readonly where: string | null;
  readonly ballots: number;
  /** Are its ballots left out of the count? */
  readonly isStanding: boolean;
  readonly motions: readonly MotionRow[];
}

/** A motion for those who decide on it. */
export interface OpenMotion extends MotionRow {
  readonly roundId: string;
  readonly quarantine: string;
  readonly movedBy: string;
  readonly preview: QuarantinePreview;
}
