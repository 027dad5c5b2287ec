import {
  amendedPetitionRows,
  lastingPetitionRows,
  newPetitionRows,
  PETITIONS_SINCE,
} from './administrative-procedure-code.js';
import type { LegalRow } from './legal-value.js';

/** Keys of the clock of a petition and of what its beginning takes. */
export interface PetitionTermValues {
  /** Joining citizens before a statutory petition is checked and published. */
  readonly 'petition.founding-signatures': number;
  /** For gathering them electronically. */
  readonly 'petition.founding-working-days': number;
  readonly 'petition.check-working-days': number;
  /** How long people may join after the publication. */
  readonly 'petition.joining-months': number;
  /** Since the decision to send a petition that reached its threshold. */
  readonly 'petition.notice-working-days': number;
  readonly 'petition.answer-working-days.local': number;
  readonly 'petition.answer-working-days.central': number;
  /** Before a public discussion of the draft decision. */
  readonly 'petition.discussion-notice-working-days': number;
  readonly 'petition.posting-working-days': number;
  /** While a decided subject may not be raised again. */
  readonly 'petition.repeat-bar-months': number;
  /** Full years from which a resident signs a deputy's collection. */
  readonly 'petition.signer-age': number;
}

type TermKey = keyof PetitionTermValues;

/** @law APPC arts. 90-2, 90-3, 90-4, 90-5, 90-6 */
export const PETITION_TERM_ROWS: readonly LegalRow<TermKey, number>[] = [
  ...lastingPetitionRows<TermKey, number>({
    key: 'petition.founding-signatures',
    value: 50,
    unit: 'signatures',
    point: '90-2(4)',
  }),
  ...amendedPetitionRows<TermKey, number>({
    key: 'petition.founding-working-days',
    former: 10,
    value: 20,
    unit: 'working-days',
    point: '90-2(4)',
  }),
  ...termRows('petition.check-working-days', 20, '90-2(5)'),
  ...lastingPetitionRows<TermKey, number>({
    key: 'petition.joining-months',
    value: 6,
    unit: 'months',
    point: '90-3(2)',
  }),
  ...termRows('petition.notice-working-days', 3, '90-4(1)'),
  ...termRows('petition.answer-working-days.local', 20, '90-5(1)'),
  ...termRows('petition.answer-working-days.central', 40, '90-5(1)'),
  ...termRows('petition.discussion-notice-working-days', 3, '90-5(2)'),
  ...termRows('petition.posting-working-days', 1, '90-6(3)'),
  // Before the amendment only a petition that was still open barred another one.
  ...newPetitionRows<TermKey, number>({
    key: 'petition.repeat-bar-months',
    value: 12,
    unit: 'months',
    point: '90-2(4)',
  }),
  signerAgeRow(),
];

function termRows(
  key: TermKey,
  value: number,
  point: string,
): readonly LegalRow<TermKey, number>[] {
  return lastingPetitionRows<TermKey, number>({ key, value, unit: 'working-days', point });
}

/** The chapter says citizens and names no age; adults sign until a local act says otherwise. */
function signerAgeRow(): LegalRow<TermKey, number> {
  const from = PETITIONS_SINCE;
  return {
    key: 'petition.signer-age',
    value: 18,
    unit: 'years-of-age',
    from,
    source: { act: 'administrative-procedure-code', point: '90-3(1)', redaction: from },
    standing: 'default',
    verified: false,
    note: 'law-is-silent',
  };
}
