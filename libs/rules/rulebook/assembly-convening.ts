import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import {
  communityRows,
  modelRegulationRows,
  publicCouncilRows,
  separateGatheringRows,
  silentCommunityRows,
} from './assembly-acts.js';
import type { LegalRow } from './legal-value.js';

/** Keys of how a gathering, an assembly and a separate gathering are convened. */
export interface AssemblyConveningValues {
  /** Calendar days from the notice to the meeting. */
  readonly 'gathering.notice-days': number;
  readonly 'assembly.notice-days': number;
  /** Where the assembly meets only to agree candidates for akim. */
  readonly 'assembly.candidates-notice-days': number;
  readonly 'separate-gathering.notice-days': number;
  readonly 'territorial-council.notice-days': number;
  readonly 'public-council.notice-days': number;
  /** Calendar days from the sending of materials to the meeting. */
  readonly 'assembly.materials-days': number;
  /** Share of members who may ask for a meeting. */
  readonly 'gathering.convening-share': Fraction;
  readonly 'assembly.convening-share': Fraction;
  /** For the akim to decide on such a request. */
  readonly 'assembly.request-working-days': number;
}

type DaysKey =
  | 'gathering.notice-days'
  | 'assembly.notice-days'
  | 'assembly.candidates-notice-days'
  | 'separate-gathering.notice-days'
  | 'territorial-council.notice-days'
  | 'public-council.notice-days'
  | 'assembly.materials-days'
  | 'assembly.request-working-days';
type ShareKey = Exclude<keyof AssemblyConveningValues, DaysKey>;

/** @law LSG arts. 39-1…39-7; model regulation No 295 (`law.md` §3) */
export const ASSEMBLY_CONVENING_ROWS: readonly LegalRow<
  keyof AssemblyConveningValues,
  number | Fraction
>[] = [
  ...lawfulDays('gathering.notice-days', 10),
  ...lawfulDays('assembly.notice-days', 10),
  ...lawfulDays('assembly.candidates-notice-days', 3),
  ...separateGatheringRows<DaysKey, number>({
    key: 'separate-gathering.notice-days',
    value: 10,
    unit: 'calendar-days',
    point: '',
  }),
  ...modelRegulationRows<DaysKey, number>({
    key: 'assembly.materials-days',
    value: 5,
    unit: 'calendar-days',
    point: '',
  }),
  ...silentCommunityRows(dayBefore('territorial-council.notice-days', '39-7')),
  ...publicCouncilRows({ ...dayBefore('public-council.notice-days', ''), note: 'law-is-silent' }),
  ...lawfulShare('gathering.convening-share'),
  ...lawfulShare('assembly.convening-share'),
  ...modelRegulationRows<DaysKey, number>({
    key: 'assembly.request-working-days',
    value: 3,
    unit: 'working-days',
    point: '',
  }),
];

/** No term of notice to a council was found; that it comes before the meeting is the least. */
function dayBefore(key: DaysKey, point: string) {
  return { key, value: 1, unit: 'calendar-days', point } as const;
}

function lawfulDays(key: DaysKey, value: number): readonly LegalRow<DaysKey, number>[] {
  return communityRows({ key, value, unit: 'calendar-days', point: pointOf(key) });
}

function lawfulShare(key: ShareKey): readonly LegalRow<ShareKey, Fraction>[] {
  return communityRows({ key, value: fraction(1n, 10n), unit: 'share', point: pointOf(key) });
}

function pointOf(key: DaysKey | ShareKey): string {
  return key.startsWith('gathering') ? '39-1…39-3' : '39-3';
}
