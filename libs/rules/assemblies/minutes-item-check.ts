import type { Fault } from '#rules/kernel/domain-error.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { assessVotes } from './agenda-votes.js';
import type { DecisionLink, MinutesItem } from './minutes-draft.js';
import { type Quorum, quorumOf } from './quorum.js';

/** The hall in which an item was decided. */
export interface MinutesHall {
  readonly members: number;
  /** Ids on the list of those present. */
  readonly listed: ReadonlySet<string>;
  readonly quorumShare: Fraction;
  readonly hadQuorum: boolean;
}

/**
 * All faults of one agenda item: both languages, speeches by name, votes of those present at that
 * moment with the quorum then, a decision, links to what exists. Without a quorum nothing is
 * decided, also where it was lost half-way: the items left over stay undecided.
 *
 * @law LSG art. 39-3(10), redaction of 2026-07-01 (`law.md` §3)
 */
export function assessMinutesItem(
  item: MinutesItem,
  hall: MinutesHall,
  isKnown: (link: DecisionLink) => boolean,
): readonly Fault[] {
  return [
    ...languageFaults('minutes.title_missing', item.title),
    ...decisionFaults(item, hall),
    ...speechFaults(item),
    ...item.links.flatMap((link) => linkFaults(link, isKnown(link))),
  ];
}

type LanguageCode = 'minutes.title_missing' | 'minutes.heard_missing' | 'minutes.item_undecided';

function languageFaults(code: LanguageCode, text: OfficialText): readonly Fault[] {
  const languages = missingLanguages(text);
  return languages.length === 0 ? [] : [{ code, details: { languages } }];
}

function decisionFaults(item: MinutesItem, hall: MinutesHall): readonly Fault[] {
  if (!hall.hadQuorum) return isUndecided(item) ? [] : [{ code: 'minutes.decided_without_quorum' }];
  const isLeftOver = isUndecided(item) && !quorumAtItem(item, hall).met;
  return isLeftOver ? [] : decidedFaults(item, hall);
}

function isUndecided({ votes, decision }: MinutesItem): boolean {
  return votes === null && missingLanguages(decision).length === 2;
}

function quorumAtItem({ presentIds }: MinutesItem, hall: MinutesHall): Quorum {
  const present = new Set(presentIds).size;
  return quorumOf({ members: hall.members, present }, hall.quorumShare);
}

function decidedFaults(item: MinutesItem, hall: MinutesHall): readonly Fault[] {
  return [
    ...languageFaults('minutes.heard_missing', item.heard),
    ...languageFaults('minutes.item_undecided', item.decision),
    ...voteFaults(item, hall),
  ];
}

function voteFaults(item: MinutesItem, hall: MinutesHall): readonly Fault[] {
  const { votes, presentIds } = item;
  if (votes === null) return [{ code: 'minutes.item_without_vote' }];
  const { met, required, present } = quorumAtItem(item, hall);
  const faults: Fault[] = [...assessVotes(votes, presentIds)];
  if (!met) faults.push({ code: 'minutes.no_quorum_at_vote', details: { present, required } });
  if (presentIds.some((id) => !hall.listed.has(id)))
    faults.push({ code: 'minutes.present_not_listed' });
  return faults;
}

function linkFaults({ kind, id, amountTiyn }: DecisionLink, isKnown: boolean): readonly Fault[] {
  const details = { kind, id };
  const faults: Fault[] = [];
  if (!isKnown) faults.push({ code: 'minutes.link_unknown', details });
  if (amountTiyn !== null && amountTiyn <= 0n)
    faults.push({ code: 'minutes.link_amount_not_positive', details });
  return faults;
}

function speechFaults({ speeches }: MinutesItem): readonly Fault[] {
  const isWhole = ({ speaker, text }: MinutesItem['speeches'][number]) =>
    speaker.trim() !== '' && text.trim() !== '';
  return speeches.every(isWhole) ? [] : [{ code: 'minutes.speech_incomplete' }];
}
