import { answerStepOf } from '#rules/assemblies/akim-answer-terms.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import type { DecisionLinkRow } from '#features/assemblies/minutes/decision-link.reader.js';
import type {
  CommunityDecisionRow,
  ListedMinutesRow,
  MinutesRow,
} from '#features/assemblies/minutes/minutes-row.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';

const instantOrNull = (at: Date | null) => at && presentInstant(at);

/** Minutes in a list. */
export function presentListedMinutes({ sentAt, publishedAt, ...row }: ListedMinutesRow) {
  return { ...row, sentAt: instantOrNull(sentAt), publishedAt: instantOrNull(publishedAt) };
}

export type ListedMinutesView = ReturnType<typeof presentListedMinutes>;

/** Minutes with signatures, remarks, errata and where each decision stands. */
export function presentMinutes(row: MinutesRow, overrides: readonly LocalOverride[]) {
  const { territoryPath: _path, bodyId: _body, signatures, remarks, decisions, ...minutes } = row;
  return {
    ...minutes,
    sentAt: instantOrNull(row.sentAt),
    publishedAt: instantOrNull(row.publishedAt),
    frozenAt: instantOrNull(row.frozenAt),
    signatures: signatures.map(({ scan, ...signature }) => ({
      ...signature,
      signedAt: presentInstant(new Date(signature.signedAt)),
      scanDigest: scan?.digest ?? null,
    })),
    remarks: remarks.map((remark) => ({
      ...remark,
      madeAt: presentInstant(new Date(remark.madeAt)),
    })),
    decisions: decisions.map((decision) => ({ ...decision, next: nextOf(decision, overrides) })),
  };
}

export type MinutesView = ReturnType<typeof presentMinutes>;

/** A decision about something, with its sum as programs see it. */
export function presentDecisionLink({ kind, amountTiyn, ...row }: DecisionLinkRow) {
  return {
    ...row,
    kind: kind === 'budget-line' ? 'budgetLine' : kind,
    amount: amountTiyn === null ? null : presentMoney(BigInt(amountTiyn)),
  };
}

function nextOf(
  { state, handedOn, discussedOn }: CommunityDecisionRow,
  overrides: readonly LocalOverride[],
) {
  return handedOn === null ? null : answerStepOf(state, { handedOn, discussedOn }, overrides);
}
