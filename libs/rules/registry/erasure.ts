import type { Fault } from '#rules/kernel/domain-error.js';

/** What still ties a person to acts that others rely on, each counted. */
export interface PersonTies {
  /** Offices and seats held today or to come. */
  readonly offices: number;
  /** Rounds with the person's ballot whose result is not published. */
  readonly ballots: number;
  /** Own proposals that are being reviewed or voted on. */
  readonly proposals: number;
  /** Signed petitions that still collect. */
  readonly signatures: number;
}

/**
 * What stands against erasing a person now; all of it goes away by itself or by an act of the
 * person's own: withdrawing a proposal or a signature, leaving an office.
 *
 * @law PD art. 12, 24: personal data are kept as long as their purpose needs them
 * @example assessErasure({ offices: 0, ballots: 1, proposals: 0, signatures: 0 })
 *   // → [{ code: 'erasure.ballots', details: { count: 1 } }]
 */
export function assessErasure(ties: PersonTies): readonly Fault[] {
  return TIES.filter((tie) => ties[tie] > 0).map((tie) => ({
    code: `erasure.${tie}`,
    details: { count: ties[tie] },
  }));
}

const TIES = ['offices', 'ballots', 'proposals', 'signatures'] as const;
