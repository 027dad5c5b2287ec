import { isSpeech, type ItemField } from '#rules/assemblies/item-writing.js';
import { assessItemVotes, type VotingHall } from '#rules/assemblies/item-votes.js';
import { linkKey } from '#rules/assemblies/minutes-check.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { AgendaLink } from '../meetings/meeting-row.js';
import { agendaVotesOf } from './writing.reader.js';
import type { WritingValue } from './writing-value.js';

/** Against what a writing is assessed. */
export interface WritingFacts {
  readonly hall: VotingHall;
  readonly chairId: string | null;
  /** Objects that exist, by {@link linkKey}. */
  readonly known: ReadonlySet<string>;
}

/** All faults of a writing by itself: its value fits its field, and the rules on votes and links. */
export function writingFaults(
  field: ItemField,
  value: WritingValue,
  { hall, chairId, known }: WritingFacts,
): readonly Fault[] {
  if (value === null) return [];
  if (value.kind !== kindOf(field)) return [{ code: 'writing.other_kind', field }];
  if (value.kind === 'votes')
    return assessItemVotes(agendaVotesOf(value.votes, chairId), value.votes.votedAt, hall);
  return value.kind === 'links' ? linkFaults(value.links, known) : [];
}

function kindOf(field: ItemField): NonNullable<WritingValue>['kind'] {
  if (isSpeech(field)) return 'speech';
  if (field === 'votes' || field === 'links') return field;
  return field === 'recording-seconds' ? 'seconds' : 'text';
}

function linkFaults(links: readonly AgendaLink[], known: ReadonlySet<string>): readonly Fault[] {
  return links.flatMap(({ kind, id, amountTiyn }, place) => {
    const details = { kind, id, number: place + 1 };
    const faults: Fault[] = [];
    if (!known.has(linkKey({ kind, id })))
      faults.push({ code: 'writing.link_unknown', field: 'links', details });
    if (amountTiyn !== null && BigInt(amountTiyn) <= 0n)
      faults.push({ code: 'writing.link_amount_not_positive', field: 'links', details });
    return faults;
  });
}
