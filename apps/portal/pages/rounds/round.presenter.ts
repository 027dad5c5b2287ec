import type { LotteryRow } from '#features/participation/results/lottery/lottery.reader.js';
import type { ExtensionRow } from '#features/participation/rounds/round-extension.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { OfficeHolderRow } from '#features/registry/officers/office-holder.reader.js';
import type { OfficeRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { officeRows } from '../places/place.presenter.js';
import { untilInWords } from '../vote/vote-words.js';
import { doorOf, nextOf, phaseTag, sumOf } from './round-line.presenter.js';
import { lawTable, rulesOf, warningsOf } from './round-rules.presenter.js';
import { roundSteps } from './round-steps.js';

/** What is read for a round's page. */
export interface RoundRead {
  readonly round: RoundRow;
  readonly extensions: readonly ExtensionRow[];
  readonly council: readonly OfficeHolderRow[];
  readonly office: OfficeRow | null;
  readonly lottery: LotteryRow | null;
}

/** A round as everybody sees it: steps, money, rule, law, people. */
export function presentRound(model: RoundRead, say: Wording) {
  const { round, extensions, council, office } = model;
  return {
    title: say.official(round.title).text,
    caption: say.official(round.territoryName).text,
    crumbs: [
      { text: say.official(round.territoryName).text, path: `/places/${round.territory}` },
      { text: say.official(round.title).text },
    ],
    jsonTwin: `/api/v1/rounds/${round.id}`,
    tag: phaseTag(round.phase, say),
    next: nextOf(round, say),
    door: doorOf(round, say),
    doors: otherDoors(round, say),
    steps: roundSteps(round, extensions, say),
    extensions: extensions.map((extension) => presentExtension(extension, say)),
    money: moneyOf(round, say),
    rules: rulesOf(round, say),
    lottery: model.lottery && promisedLottery(round.id, model.lottery, say),
    law: lawTable(round, say),
    outOfScope: round.legalBasis.outOfScope && say.t(`scopes.${round.legalBasis.outOfScope}`),
    ownCalendarAct: round.ownCalendarAct,
    warnings: warningsOf(round, say),
    council: council.map(({ name, post }) => ({ name, post: say.official(post).text })),
    office: office && officeRows(office, say),
  };
}

function promisedLottery(roundId: string, { commitment, value }: LotteryRow, say: Wording) {
  return { commitment, value: say.official(value).text, path: `/rounds/${roundId}/lottery` };
}

function otherDoors(round: RoundRow, say: Wording) {
  const doors = [
    { text: say.t('rounds.doors.projects'), path: `/rounds/${round.id}/projects` },
    { text: say.t('integrity.door'), path: `/rounds/${round.id}/integrity` },
  ];
  return round.phase === 'voting'
    ? [...doors, { text: say.t('rounds.doors.demo'), path: `/rounds/${round.id}/demo` }]
    : doors;
}

function presentExtension({ formerUntil, newUntil, reason }: ExtensionRow, say: Wording) {
  return {
    former: untilInWords(formerUntil, say),
    until: untilInWords(newUntil, say),
    reason: say.official(reason),
  };
}

function moneyOf(round: RoundRow, say: Wording) {
  const pots = round.pots.map((pot) => ({
    key: say.official(pot.name).text,
    value: say.money(pot.amountTiyn),
  }));
  return pots.length > 1
    ? [...pots, { key: say.t('rounds.total'), value: say.money(sumOf(round)) }]
    : pots;
}
