import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { LegalAct } from './legal-acts.js';
import type { LegalNote, LegalRow, LegalUnit } from './legal-value.js';

/** First day of the redaction of the law on self-government that was read. */
const READ_REDACTION: CivilDate = '2026-07-01';

/**
 * Day of the model rules on separate gatherings. A local decision under them has the same notice
 * and quorum, so the values that were read stand from here on, unverified before the redaction read.
 */
const GATHERINGS_SINCE: CivilDate = '2023-06-23';

/** The model regulation of assemblies as last amended: sizes by population. */
const REGULATION_AMENDED: CivilDate = '2021-09-30';

/** A rule on the local community. */
interface CommunityRule<Key extends string, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly unit: LegalUnit;
  readonly point: string;
  readonly note?: LegalNote;
}

/** Rows of a rule of the law on self-government: the redaction that was read, and the one before. */
export function communityRows<Key extends string, Value>({
  point,
  ...rule
}: CommunityRule<Key, Value>): readonly LegalRow<Key, Value>[] {
  const row = { ...rule, standing: 'national' } as const;
  const act = 'local-self-government';
  return [
    {
      ...row,
      from: GATHERINGS_SINCE,
      until: '2026-06-30',
      source: { act, point, redaction: GATHERINGS_SINCE },
      verified: false,
      note: 'earlier-redaction-not-read',
    },
    {
      ...row,
      from: READ_REDACTION,
      source: { act, point, redaction: READ_REDACTION },
      verified: true,
    },
  ];
}

/** A row for what the law on self-government leaves to local rules. */
export function silentCommunityRows<Key extends string, Value>(
  rule: CommunityRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [unreadRow('local-self-government', GATHERINGS_SINCE, { ...rule, note: 'law-is-silent' })];
}

/** A row of the model regulation of assemblies, whose text could not be read. */
export function modelRegulationRows<Key extends string, Value>(
  rule: CommunityRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [unreadRow('assembly-model-regulation', REGULATION_AMENDED, rule)];
}

/** A row of the model rules on separate gatherings, seen in a local decision under them. */
export function separateGatheringRows<Key extends string, Value>(
  rule: CommunityRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [unreadRow('separate-gathering-rules', GATHERINGS_SINCE, rule)];
}

/** A row of the law on public councils, known from a commentary only. */
export function publicCouncilRows<Key extends string, Value>(
  rule: CommunityRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [unreadRow('public-councils', '2015-11-02', rule)];
}

function unreadRow<Key extends string, Value>(
  act: LegalAct,
  from: CivilDate,
  { point, note = 'act-not-read', ...rule }: CommunityRule<Key, Value>,
): LegalRow<Key, Value> {
  const source = { act, point, redaction: from };
  return { ...rule, from, source, standing: 'default', verified: false, note };
}
