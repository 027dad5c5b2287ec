/**
 * How much is left out while many people come at once, from nothing to everything that can be. Each
 * stage leaves out what the ones before it do. Casting a ballot, signing a petition and their
 * receipts belong to no stage.
 */
export const LOAD_STAGES = [
  'full',
  'older-lists',
  'late-counts',
  'no-statistics',
  'no-search',
  'no-drafts',
] as const;
export type LoadStage = (typeof LOAD_STAGES)[number];

/** What a stage can switch off. */
export const SAVINGS = ['statistics', 'search', 'drafts'] as const;
export type Saving = (typeof SAVINGS)[number];

/** What a page shows: a list may be older than a count of signatures. */
export type Shown = 'list' | 'count';

const OFF_FROM: Readonly<Record<Saving, LoadStage>> = {
  statistics: 'no-statistics',
  search: 'no-search',
  drafts: 'no-drafts',
};

const FRESH_MS = 2_000;
const OLDER_MS = 30_000;
const OLDER_FROM: Readonly<Record<Shown, LoadStage>> = {
  list: 'older-lists',
  count: 'late-counts',
};

/** Is it off? `isOffAt('no-search', 'statistics') // → true` */
export function isOffAt(stage: LoadStage, saving: Saving): boolean {
  return isAtLeast(stage, OFF_FROM[saving]);
}

/** How long a made page is shown to everybody, in milliseconds. */
export function freshMsAt(stage: LoadStage, shown: Shown): number {
  return isAtLeast(stage, OLDER_FROM[shown]) ? OLDER_MS : FRESH_MS;
}

/** The stage so many steps further; never before the first or after the last. */
export function stageBeside(stage: LoadStage, steps: number): LoadStage {
  const place = LOAD_STAGES.indexOf(stage) + steps;
  return LOAD_STAGES[Math.min(Math.max(place, 0), LOAD_STAGES.length - 1)]!;
}

export function isAtLeast(stage: LoadStage, other: LoadStage): boolean {
  return LOAD_STAGES.indexOf(stage) >= LOAD_STAGES.indexOf(other);
}

export function isLoadStage(text: unknown): text is LoadStage {
  return LOAD_STAGES.some((stage) => stage === text);
}
