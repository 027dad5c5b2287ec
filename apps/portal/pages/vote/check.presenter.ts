import { votesOf, type DraftChoice } from '#features/participation/ballots/ballot-draft.js';
import type { Wording } from '#platform/views/wording.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { assessBallot } from '#rules/participation/ballot.js';
import { titleOf } from '../projects/title.js';
import type { BallotInHand } from './ballot-layout.js';
import { presentBar } from './budget-bar.presenter.js';
import { placeOf } from './choose.presenter.js';
import { ruleInWords } from './vote-words.js';

/** The ballot to be checked: numbered choices, sums, every fault with its project. */
export function presentCheck(hand: BallotInHand, say: Wording) {
  const faults = faultsOf(hand);
  return {
    title: say.t('ballots.check.title'),
    rule: ruleInWords(hand.round, say),
    place: placeOf(hand, say),
    ways: hand.ways,
    chosen: chosenInSequence(hand).map((choice) => presentChosen(choice, hand, say)),
    sums: presentBar(hand, say).sums.map(({ label, value }) => ({ key: label, value })),
    faults: { summary: faults.map((fault) => ({ text: faultInWords(fault, hand, say) })) },
    fewer: faults.length === 0 ? fewerInWords(hand, say) : undefined,
    isReady: faults.length === 0,
  };
}

/** Everything that speaks against the ballot as it is. */
export function faultsOf({ draft, paper }: BallotInHand): readonly Fault[] {
  const assessed = assessBallot(votesOf(draft.choices, paper.rule), paper);
  return assessed.valid ? [] : assessed.faults;
}

/** The chosen projects as they are to be read: by rank where they are ranked, else by number. */
export function chosenInSequence({ draft, paper }: BallotInHand): readonly DraftChoice[] {
  if (paper.rule.kind === 'ordinal') return draft.choices;
  const number = ({ project }: DraftChoice) => paper.projects.get(project)?.number ?? 0;
  return draft.choices.toSorted((a, b) => number(a) - number(b));
}

/** One choice in one line: `№ 17 Балалар алаңы – Ұпай: 3`. */
export function choiceInWords(choice: DraftChoice, hand: BallotInHand, say: Wording): string {
  const { number, title, given } = presentChosen(choice, hand, say);
  return [`${number} ${title}`, given].filter(Boolean).join(' – ');
}

function presentChosen(choice: DraftChoice, hand: BallotInHand, say: Wording) {
  const onPaper = hand.paper.projects.get(choice.project);
  const project = hand.named.get(choice.project);
  return {
    id: choice.project,
    number: say.t('common.number', { number: String(onPaper?.number ?? '?') }),
    title: project ? titleOf(project, say).text : say.t('ballots.check.withdrawn'),
    cost: onPaper ? say.money(onPaper.costTiyn) : undefined,
    given: givenTo(choice, hand, say),
  };
}

function givenTo({ points = 0, project }: DraftChoice, hand: BallotInHand, say: Wording) {
  const place = hand.draft.choices.findIndex((choice) => choice.project === project) + 1;
  switch (hand.paper.rule.kind) {
    case 'ordinal':
      return say.t('ballots.rank', { place });
    case 'cumulative':
      return say.t('ballots.points', { count: points });
    case 'scoring':
      return say.t('ballots.grade', { points });
    default:
      return undefined;
  }
}

function faultInWords({ code, details = {} }: Fault, hand: BallotInHand, say: Wording): string {
  const text = say.refusal(code, details);
  const about = projectOf(details['project'], hand, say) ?? potOf(details['pot'], hand, say);
  return about ? `${about}: ${text}` : text;
}

function projectOf(id: unknown, { paper }: BallotInHand, say: Wording): string | undefined {
  const onPaper = paper.projects.get(String(id));
  return onPaper && say.t('common.number', { number: String(onPaper.number) });
}

function potOf(kato: unknown, { round }: BallotInHand, say: Wording): string | undefined {
  const pot = round.pots.find(({ territory }) => territory === kato);
  return pot && round.pots.length > 1 ? say.official(pot.name).text : undefined;
}

/** What happens to the choices, points or money that are left over; absent when all are used. */
function fewerInWords({ paper: { rule }, draft }: BallotInHand, say: Wording): string | undefined {
  if (rule.kind === 'knapsack' || rule.kind === 'scoring')
    return say.t(`ballots.fewer.${rule.kind}`);
  if (rule.kind === 'cumulative') {
    const given = draft.choices.reduce((sum, { points = 0 }) => sum + points, 0);
    return given < rule.points ? say.t('ballots.fewer.cumulative') : undefined;
  }
  return draft.choices.length < rule.max ? say.t('ballots.fewer.approval') : undefined;
}
