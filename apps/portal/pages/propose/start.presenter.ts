import { categoriesOn } from '#rules/participation/categories.js';
import { isEditableByAuthor } from '#rules/participation/proposal-lifecycle.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';

export interface StartQuestion {
  readonly rounds: readonly RoundRow[];
  /** The round that the person came from, if any. */
  readonly round: string;
  readonly own: readonly ProposalRow[];
  readonly signedIn: boolean;
}

/** What the start page shows: where proposals are taken in, and what the person has begun. */
export function presentStart({ rounds, round, own, signedIn }: StartQuestion, say: Wording) {
  const open = rounds.filter(({ phase }) => phase === 'intake');
  const chosen = open.find(({ id }) => id === round) ?? open[0];
  return {
    title: say.t('proposals.start.title'),
    crumbs: [{ text: say.t('proposals.start.title') }],
    signedIn,
    open: open.map((each) => presentOpen(each, say)),
    chosen: chosen?.id,
    coming: rounds
      .filter(({ phase }) => phase === 'announced')
      .map((each) => presentComing(each, say)),
    drafts: own
      .filter(({ state }) => isEditableByAuthor(state))
      .map((each) => presentBegun(each, say)),
    categories: chosen ? categoriesOn(chosen.today).map((code) => say.t(`categories.${code}`)) : [],
    cap: chosen?.costCapTiyn ? say.money(chosen.costCapTiyn) : undefined,
    next: `/propose${chosen ? `?round=${chosen.id}` : ''}`,
  };
}

function presentOpen({ id, title, calendar, today }: RoundRow, say: Wording) {
  const lastDay = lastDayBefore(calendar.intakeUntil);
  return {
    value: id,
    text: say.official(title).text,
    hint: `${say.t('proposals.start.until')}: ${say.date(lastDay)} · ${say.daysLeft(lastDay, today)}`,
  };
}

function presentComing({ id, title, calendar }: RoundRow, say: Wording) {
  return {
    text: say.official(title).text,
    path: `/rounds/${id}`,
    from: say.dateTime(calendar.intakeFrom),
  };
}

function presentBegun({ id, title, roundTitle }: ProposalRow, say: Wording) {
  return {
    path: `/propose/${id}`,
    text: title || say.t('proposals.untitled'),
    detail: say.official(roundTitle).text,
  };
}

/** The intake ends with this day: its first instant outside is the midnight after. */
export function lastDayBefore(until: Date): string {
  return civilDateOf(new Date(until.getTime() - 1));
}
