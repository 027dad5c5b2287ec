import { asksForPoints, type DraftChoice } from '#features/participation/ballots/ballot-draft.js';
import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { Wording } from '#platform/views/wording.js';
import { fileUrl } from '../../api/proposals/proposal.presenter.js';
import { titleOf } from '../projects/title.js';
import type { BallotInHand } from './ballot-layout.js';
import { presentBar } from './budget-bar.presenter.js';
import { hasDistricts } from './districts.js';
import { spendingOf } from './pot-spending.js';
import { ruleInWords } from './vote-words.js';

/** Up to this grade people pick from a list; above it they type. */
const LONGEST_LIST = 10;

/** The page on which projects are chosen. */
export function presentChoose(hand: BallotInHand, say: Wording) {
  return {
    title: say.t('ballots.choose.title'),
    rule: ruleInWords(hand.round, say),
    place: placeOf(hand, say),
    ways: hand.ways,
    isDistrictKnown: hand.isDistrictKnown,
    seed: String(hand.draft.seed),
    cards: hand.projects.map((project) => presentCard(project, hand, say)),
    bar: presentBar(hand, say),
  };
}

/** The district whose projects are shown; absent where there are no districts. */
export function placeOf({ round, draft }: BallotInHand, say: Wording): string | undefined {
  if (!hasDistricts(round)) return undefined;
  const pot = round.pots.find(({ territory }) => territory === draft.district);
  return say.official(pot?.name ?? round.territoryName).text;
}

function presentCard(project: ProjectRow, hand: BallotInHand, say: Wording) {
  const place = hand.draft.choices.findIndex((choice) => choice.project === project.id);
  const choice = hand.draft.choices[place];
  return {
    number: project.ballotNumber,
    title: titleOf(project, say).text,
    path: `/projects/${project.number}`,
    cost: say.moneyShort(project.costTiyn),
    costExact: say.money(project.costTiyn),
    category: say.t(`categories.${project.category}`),
    facts: factsOf(project, hand, say),
    chosen: choice !== undefined,
    tag: tagOf(choice, place, hand, say),
    short: choice ? pointsOver(choice, hand, say) : shortOf(project, hand, say),
    photo: project.photo && {
      src: fileUrl(smallNameOf(project.photo.storedName)),
      alt: project.photo.alternativeText,
    },
    choice: {
      id: project.id,
      action: hand.ways.choose,
      draft: hand.ways.draft,
      chosen: choice !== undefined,
      points: asksForPoints(hand.paper.rule) ? pointsField(choice, hand, say) : undefined,
      rank: rankOf(place, hand),
    },
  };
}

function factsOf(project: ProjectRow, { round }: BallotInHand, say: Wording): string[] {
  const place = hasDistricts(round) ? [say.official(project.territoryName).text] : [];
  return [project.address, ...place].filter((fact) => fact !== '');
}

function tagOf(
  choice: DraftChoice | undefined,
  place: number,
  { paper: { rule } }: BallotInHand,
  say: Wording,
) {
  if (!choice) return undefined;
  if (rule.kind === 'ordinal') return { text: say.t('ballots.rank', { place: place + 1 }) };
  if (rule.kind === 'scoring')
    return { text: say.t('ballots.grade', { points: choice.points ?? 0 }) };
  if (rule.kind !== 'cumulative') return undefined;
  return { text: say.t('ballots.points', { count: choice.points ?? 0 }) };
}

/** What is missing for one more project of this cost; only where money is the limit. */
function shortOf(project: ProjectRow, hand: BallotInHand, say: Wording): string | undefined {
  if (hand.paper.rule.kind !== 'knapsack') return undefined;
  const pot = spendingOf(hand).find(({ pot }) => pot === project.territory);
  const missing = project.costTiyn - (pot?.leftTiyn ?? 0n);
  if (missing <= 0n) return undefined;
  return say.t('common.budget.doesNotFit', { short: say.moneyShort(missing) });
}

function pointsOver(
  { points = 0 }: DraftChoice,
  { paper: { rule } }: BallotInHand,
  say: Wording,
): string | undefined {
  const max =
    rule.kind === 'scoring'
      ? rule.maxPoints
      : rule.kind === 'cumulative'
        ? rule.maxPerProject
        : null;
  if (max === null || points <= max) return undefined;
  return say.refusal('ballot.points_above_project_limit', { max });
}

function pointsField(
  choice: DraftChoice | undefined,
  { paper: { rule } }: BallotInHand,
  say: Wording,
) {
  const value = choice?.points === undefined ? '' : String(choice.points);
  const isGrade = rule.kind === 'scoring';
  const label = say.t(isGrade ? 'ballots.choose.grade' : 'ballots.choose.points');
  if (!isGrade || rule.maxPoints > LONGEST_LIST) return { label, value };
  const grades = Array.from({ length: rule.maxPoints + 1 }, (_, grade) => ({
    value: String(grade),
    text: say.number(grade),
    selected: value === String(grade),
  }));
  return { label, grades: [{ value: '', text: say.t('ballots.choose.noGrade') }, ...grades] };
}

function rankOf(place: number, { paper: { rule }, draft }: BallotInHand) {
  if (rule.kind !== 'ordinal' || place < 0) return undefined;
  return { first: place === 0, last: place === draft.choices.length - 1 };
}
