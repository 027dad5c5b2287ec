import type { OwnBallotRow } from '#features/participation/ballots/ballot.reader.js';
import type { Page } from '../_frame/page.js';
import type { BallotInHand } from './ballot-layout.js';
import { chosenInSequence, choiceInWords } from './check.presenter.js';
import { writeChoices } from './choices-text.js';
import { placeOf } from './choose.presenter.js';

/** The last page: everything that is about to be cast, in full. */
export function presentConfirm(hand: BallotInHand, own: OwnBallotRow | null, page: Page) {
  const { say } = page;
  return {
    title: say.t('ballots.confirm.title'),
    ways: hand.ways,
    action: `${hand.ways.start}/confirm`,
    place: placeOf(hand, say),
    declaration: say.t('ballots.confirm.declaration', {
      name: page.person?.name,
      round: say.official(hand.round.title).text,
    }),
    lines: chosenInSequence(hand).map((choice) => choiceInWords(choice, hand, say)),
    choices: writeChoices(hand.draft.choices, hand.paper),
    replaces: own ? say.t('ballots.confirm.replaces', { at: say.dateTime(own.castAt) }) : undefined,
  };
}
