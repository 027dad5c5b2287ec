import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { DomainError, Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { agoInWords, untilInWords } from './vote-words.js';

/** Refusals that nothing on the ballot can mend: each has a page of its own with the way out. */
const OWN_PAGE = [
  'ballot.voting_not_open',
  'ballot.voting_closed',
  'ballot.already_cast',
  'voter.under_age',
  'voter.age_implausible',
  'voter.registration_unknown',
  'voter.registered_elsewhere',
  'voter.not_registered_that_day',
];

export function hasOwnPage(code: string): boolean {
  return OWN_PAGE.includes(code);
}

export interface RefusalSetting {
  readonly round: RoundRow;
  /** Where the person is registered, if that is known. */
  readonly residence?: OfficialText | undefined;
}

/** The page of a refusal: what happened, why, and what the person can do now. */
export function presentRefusal(error: DomainError, setting: RefusalSetting, say: Wording) {
  const listed = error.details['faults'];
  const faults = Array.isArray(listed) ? (listed as Fault[]) : [];
  const all: readonly Fault[] =
    faults.length > 0 ? faults : [{ code: error.code, details: error.details }];
  return {
    title: say.t(`ballots.refusals.${error.code}.title`),
    reasons: all.map(({ code, details }) => say.refusal(code, details)),
    facts: factsOf(error, setting, say),
    ways: waysOutOf(all, say),
    doors: doorsOf(error.code, setting.round).map(([key, path]) => ({
      text: say.t(`ballots.doors.${key}`),
      path,
    })),
    exit: `/rounds/${setting.round.id}`,
  };
}

function factsOf(error: DomainError, { round, residence }: RefusalSetting, say: Wording) {
  const key = (name: string) => say.t(`ballots.refusals.facts.${name}`);
  const { votingFrom, votingUntil } = round.calendar;
  switch (error.code) {
    case 'ballot.voting_not_open':
      return [{ key: key('opens'), value: say.dateTime(votingFrom) }];
    case 'ballot.voting_closed': {
      const closed = round.closedAt ?? votingUntil;
      return [
        { key: key('closed'), value: untilInWords(closed, say) },
        { key: key('ago'), value: agoInWords(closed, round.now, say) },
      ];
    }
    case 'voter.registered_elsewhere':
      return [
        { key: key('residence'), value: residence ? say.official(residence).text : '' },
        { key: key('round'), value: say.official(round.territoryName).text },
      ];
    default:
      return [];
  }
}

function waysOutOf(faults: readonly Fault[], say: Wording): string[] {
  const named = faults.flatMap(({ details }) => {
    const wayOut = details?.['wayOut'];
    return typeof wayOut === 'string' ? [say.t(`waysOut.${wayOut}`)] : [];
  });
  return [...new Set(named)];
}

function doorsOf(code: string, { id }: RoundRow): readonly (readonly [string, string])[] {
  const round = ['round', `/rounds/${id}`] as const;
  const demo = ['demo', `/rounds/${id}/demo`] as const;
  switch (code) {
    case 'ballot.voting_not_open':
      return [demo, round];
    case 'ballot.voting_closed':
      return [round, ['receipt', '/receipts']];
    case 'ballot.already_cast':
      return [['done', `/rounds/${id}/vote/done`], round];
    case 'voter.registered_elsewhere':
      return [['my', '/my'], round, ['contacts', '/contacts']];
    default:
      return [demo, round, ['contacts', '/contacts']];
  }
}
