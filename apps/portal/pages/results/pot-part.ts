import type { ResultRow } from '#features/participation/results/result.reader.js';
import type { SettledPot, SettledProject } from '#features/participation/results/settled-result.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { drawMoneyStrip } from './money-strip.js';
import { ranked, rankRows, rankTable, type Ranking } from './rank-rows.js';
import { numbersText } from './reason-words.js';

export interface PotSetting {
  readonly round: RoundRow;
  readonly result: ResultRow;
  readonly pot: SettledPot;
}

/** Projects shown at once: a phone on a slow line gets a page, not a book. */
const ROWS_A_PAGE = 100;

/** A pot in full: money, every project with its reason, the same as a table. */
export function potPart(say: Wording, setting: PotSetting, page: number) {
  const ranking = rankingOf(setting);
  const all = ranked(setting.pot);
  const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE));
  const current = Math.min(Math.max(1, page), pages);
  const shown = all.slice((current - 1) * ROWS_A_PAGE, current * ROWS_A_PAGE);
  return {
    ...potHead(say, setting),
    heading: say.t('results.ranking.title'),
    rows: rankRows(say, ranking, shown),
    table: rankTable(say, ranking, shown),
    pagination: pages > 1 ? paginationOf(setting, { current, pages }) : null,
  };
}

/** A pot among several: money and winners, the rest behind a link. */
export function shortPotPart(say: Wording, setting: PotSetting) {
  const { round, pot } = setting;
  const name = say.official(pot.name).text;
  return {
    ...potHead(say, setting),
    name,
    heading: say.t('results.ranking.winnersOnly'),
    rows: rankRows(say, rankingOf(setting), pot.confirmed.slice(0, ROWS_A_PAGE)),
    noRows: say.t('results.ranking.none'),
    all: {
      text: say.t('results.ranking.all', { pot: name }),
      path: `/rounds/${round.id}/results?pot=${pot.territory}`,
    },
  };
}

function potHead(say: Wording, { pot, result }: PotSetting) {
  const { minimumVotes } = result.count;
  return {
    id: pot.territory,
    strip: stripOf(say, pot),
    stripWhy: whyRest(say, pot),
    tie: pot.tie && say.t('results.tie.text', { projects: numbersText(say, pot.tie.between) }),
    limit:
      minimumVotes > 0 ? say.t('results.ranking.limit', { votes: say.number(minimumVotes) }) : null,
  };
}

function rankingOf({ round, result, pot }: PotSetting): Ranking {
  const { voteType, minimumVotes } = result.count;
  return { roundId: round.id, pot, voteType, minimumVotes };
}

function stripOf(say: Wording, pot: SettledPot) {
  const budgetTiyn = BigInt(pot.budgetTiyn);
  const left = say.moneyShort(budgetTiyn - pot.spentTiyn);
  const text = say.t('results.strip.text', { spent: say.moneyShort(pot.spentTiyn), left });
  const drawing = drawMoneyStrip({
    id: pot.territory,
    title: say.t('results.strip.title'),
    description: text,
    budgetTiyn,
    segments: pot.confirmed.map(({ number, costTiyn }) => ({
      text: say.t('results.strip.segment', { number, cost: say.moneyShort(BigInt(costTiyn)) }),
      costTiyn: BigInt(costTiyn),
    })),
    restText: say.t('results.strip.left', { left }),
  });
  return { drawing, text };
}

/** Why the rest could not be used. */
function whyRest(say: Wording, pot: SettledPot): string | null {
  if (pot.tie) return null;
  const leftTiyn = BigInt(pot.budgetTiyn) - pot.spentTiyn;
  if (leftTiyn === 0n) return say.t('results.strip.why.none');
  if (pot.settled.some(({ strike }) => strike)) return say.t('results.strip.why.struck');
  const unpaid = pot.settled.filter(({ reason }) => reason?.outcome === 'NO_MONEY');
  if (unpaid.length === 0) return say.t('results.strip.why.allWon');
  const cheapest = unpaid.map(costOf).reduce((least, cost) => (cost < least ? cost : least));
  return cheapest > leftTiyn
    ? say.t('results.strip.why.tooDear', { cheapest: say.moneyShort(cheapest) })
    : say.t('results.strip.why.endedEarly');
}

function costOf({ costTiyn }: SettledProject): bigint {
  return BigInt(costTiyn);
}

function paginationOf(
  { round, pot }: PotSetting,
  { current, pages }: { readonly current: number; readonly pages: number },
) {
  const path = (page: number) => `/rounds/${round.id}/results?pot=${pot.territory}&page=${page}`;
  return {
    pages: Array.from({ length: pages }, (_, place) => ({
      number: place + 1,
      path: path(place + 1),
      current: place + 1 === current,
    })),
    ...(current > 1 && { previous: path(current - 1) }),
    ...(current < pages && { next: path(current + 1) }),
  };
}
