import {
  communityRows,
  modelRegulationRows,
  publicCouncilRows,
  separateGatheringRows,
  silentCommunityRows,
} from './assembly-acts.js';
import type { LegalRow, LegalUnit } from './legal-value.js';

/** Keys of the clock after a meeting: minutes, the akim's answer, monitoring. */
export interface AssemblyMinutesValues {
  /** Calendar days for the remarks of members on a draft. */
  readonly 'minutes.remarks-days': number;
  /** From the meeting to the handing over of signed minutes to the akim. */
  readonly 'gathering.handover-working-days': number;
  readonly 'assembly.handover-working-days': number;
  readonly 'separate-gathering.handover-working-days': number;
  readonly 'territorial-council.handover-working-days': number;
  readonly 'public-council.handover-working-days': number;
  /** For minutes that ask for the akim's dismissal, which go to the maslikhat. */
  readonly 'assembly.dismissal-handover-working-days': number;
  /** For the akim to consider the decisions and to tell the members. */
  readonly 'akim-answer.working-days': number;
  /** For the superior akim, after the maslikhat's discussion. */
  readonly 'akim-answer.superior-working-days': number;
  readonly 'monitoring.every-months': number;
}

type MinutesKey = keyof AssemblyMinutesValues;

/** @law LSG art. 39-3(4), (10)–(12); model regulation No 295 (`law.md` §3) */
export const ASSEMBLY_MINUTES_ROWS: readonly LegalRow<MinutesKey, number>[] = [
  ...silentCommunityRows(term('minutes.remarks-days', 3, 'calendar-days', '39-3(10)')),
  ...silentCommunityRows(term('gathering.handover-working-days', 2, 'working-days', '39-3(10)')),
  ...modelRegulationRows(term('assembly.handover-working-days', 2, 'working-days')),
  ...separateGatheringRows(term('separate-gathering.handover-working-days', 2, 'working-days')),
  ...silentCommunityRows(
    term('territorial-council.handover-working-days', 2, 'working-days', '39-7'),
  ),
  ...publicCouncilRows({
    ...term('public-council.handover-working-days', 2, 'working-days'),
    note: 'law-is-silent',
  }),
  ...modelRegulationRows(term('assembly.dismissal-handover-working-days', 5, 'working-days')),
  ...modelRegulationRows(term('akim-answer.working-days', 5, 'working-days')),
  ...modelRegulationRows(term('akim-answer.superior-working-days', 5, 'working-days')),
  ...communityRows(term('monitoring.every-months', 6, 'months', '39-3(4)')),
];

function term(key: MinutesKey, value: number, unit: LegalUnit, point = '') {
  return { key, value, unit, point };
}
