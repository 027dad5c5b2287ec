import type { BallotDraft } from '#features/participation/ballots/ballot-draft.js';
import type { OwnBallotRow } from '#features/participation/ballots/ballot.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { OfficeRow } from '#features/registry/territories/territory.reader.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';
import { officeRows } from '../places/place.presenter.js';
import { waysOfVote } from './ballot-ways.js';
import { ruleInWords, untilInWords } from './vote-words.js';

export interface StartMatter {
  readonly round: RoundRow;
  readonly draft: BallotDraft | null;
  readonly own: OwnBallotRow | null;
  readonly office: OfficeRow | null;
}

/** The first page: what, who may, until when, other ways. */
export function presentStart({ round, draft, own, office }: StartMatter, say: Wording) {
  const { votingUntil } = round.calendar;
  const lastDay = civilDateOf(new Date(votingUntil.getTime() - 1));
  return {
    title: say.t('ballots.start.title'),
    round: say.official(round.title).text,
    rule: ruleInWords(round, say),
    facts: [
      { key: say.t('ballots.start.who'), value: whoInWords(round, say) },
      {
        key: say.t('ballots.start.until'),
        lines: [untilInWords(votingUntil, say), say.daysLeft(lastDay, round.today)],
      },
      { key: say.t('ballots.start.money'), lines: moneyOf(round, say) },
      { key: say.t('ballots.start.time'), value: say.t('ballots.start.minutes') },
      { key: say.t('ballots.start.change'), value: changeInWords(round, say) },
      {
        key: say.t('ballots.start.secrecy'),
        value: say.t(`rounds.rules.secrecy.${round.secrecy}`),
      },
    ],
    office: office && officeRows(office, say),
    demo: `/rounds/${round.id}/demo`,
    handover: `/rounds/${round.id}/vote/continue`,
    ways: waysOfVote(round.id),
    begun: draft ? say.t('ballots.start.begun', { count: draft.choices.length }) : undefined,
    own: own ? say.t('ballots.start.voted', { at: say.dateTime(own.castAt) }) : undefined,
    done: `/rounds/${round.id}/vote/done`,
    mayVote: !own || round.replacingAllowed,
  };
}

function whoInWords({ territoryName, minimumAge }: RoundRow, say: Wording): string {
  const place = say.official(territoryName).text;
  return say.t('ballots.start.voters', { place, age: minimumAge });
}

function moneyOf({ pots }: RoundRow, say: Wording): string[] {
  return pots.map(({ name, amountTiyn }) => {
    const sum = say.money(amountTiyn);
    return pots.length === 1 ? sum : `${say.official(name).text}: ${sum}`;
  });
}

function changeInWords({ replacingAllowed }: RoundRow, say: Wording): string {
  return say.t(replacingAllowed ? 'ballots.start.mayChange' : 'ballots.start.mayNotChange');
}
