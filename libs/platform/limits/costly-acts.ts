import type { Saving } from '../load/load-stage.js';

/** How often within a window of time. */
export interface Pace {
  readonly seconds: number;
  /** Of one person who is signed in. */
  readonly person: number;
  /** Of one network; whoever is signed in is not counted there. Null: never by network. */
  readonly network: number | null;
}

export interface CostlyAct {
  readonly pace?: Pace;
  /** Of one person within a day, whichever portal is asked. */
  readonly personADay?: number;
  /** Only what was refused counts for its network. */
  readonly refusedOnly?: true;
  /** What has to be on for it. */
  readonly needs?: Saving;
}

const MINUTE = 60;
const HOUR = 3_600;

/**
 * What costs more than a look at a page, and how much of it is fair. The figures are far above what
 * an honest person does, since a school, a hospital or a mobile operator stands behind one address.
 * A ballot and a signature are limited by person alone.
 */
export const COSTLY_ACTS = {
  ballot: { pace: { seconds: 10 * MINUTE, person: 60, network: null } },
  signature: { pace: { seconds: 10 * MINUTE, person: 120, network: null } },
  // A whole school may sign in before a ballot, but it is not refused three hundred times.
  'sign-in': { pace: { seconds: 10 * MINUTE, person: 120, network: 300 }, refusedOnly: true },
  // Six letters open somebody's choices that are not cast yet: nobody is to try them all.
  'handover-code': { pace: { seconds: 10 * MINUTE, person: 60, network: 300 }, refusedOnly: true },
  search: { pace: { seconds: MINUTE, person: 120, network: 1_200 }, needs: 'search' },
  export: { pace: { seconds: MINUTE, person: 60, network: 300 } },
  statistics: { pace: { seconds: MINUTE, person: 120, network: 1_200 }, needs: 'statistics' },
  // Who reports pressure is written down nowhere, not even in a count of the day.
  'pressure-report': { pace: { seconds: HOUR, person: 30, network: 120 } },
  proposal: { personADay: 100, needs: 'drafts' },
  petition: { personADay: 100, needs: 'drafts' },
  complaint: { personADay: 100 },
  words: { personADay: 300 },
  upload: { personADay: 500 },
  // Each goes to an address that may be somebody else's.
  'contact-code': { personADay: 10 },
} as const satisfies Readonly<Record<string, CostlyAct>>;

export type CostlyActName = keyof typeof COSTLY_ACTS;

/** `costlyAct('search').needs // → 'search'` */
export function costlyAct(name: CostlyActName): CostlyAct {
  return COSTLY_ACTS[name];
}

export const COSTLY_ACT_NAMES = Object.keys(COSTLY_ACTS) as CostlyActName[];
