import type { StoredVotes, WritingValue } from '#features/assemblies/writings/writing-value.js';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { ItemField } from '#rules/assemblies/item-writing.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { momentOn } from './meeting-clock.js';
import { SIDES } from './votes-field.presenter.js';

/** Parts of a field as the page or its script sends them. */
export type FieldParts = Readonly<Record<string, string>>;

const MEMBER = 'member:';

/** The value that the parts of a field make; null takes back what stood there. */
export function valueOf(
  field: ItemField,
  parts: FieldParts,
  when: { readonly heldOn: CivilDate; readonly writtenAt: Date },
): WritingValue {
  if (field === 'votes') return votesIn(parts, when);
  const text = parts['text']?.trim() ?? '';
  if (!field.startsWith('speech:')) return text === '' ? null : { kind: 'text', text };
  const speaker = parts['speaker']?.trim() ?? '';
  return speaker === '' && text === '' ? null : { kind: 'speech', speech: { speaker, text } };
}

function votesIn(
  parts: FieldParts,
  { heldOn, writtenAt }: { readonly heldOn: CivilDate; readonly writtenAt: Date },
): WritingValue {
  const moment = momentOn(heldOn, parts['votedTime'] ?? '') ?? writtenAt;
  const votedAt = moment.toISOString();
  const votes = namedIn(parts, votedAt) ?? countedIn(parts, votedAt);
  return votes && { kind: 'votes', votes };
}

function namedIn(parts: FieldParts, votedAt: string): StoredVotes | null {
  const named = Object.entries(parts).filter(([name]) => name.startsWith(MEMBER));
  if (named.length === 0) return null;
  const votes = named.flatMap(([name, side]) =>
    isSide(side) ? [{ memberId: name.slice(MEMBER.length), side }] : [],
  );
  return { kind: 'by-name', votes, votedAt };
}

function countedIn(parts: FieldParts, votedAt: string): StoredVotes | null {
  const counts = SIDES.map((side) => parts[side]?.trim() ?? '');
  if (counts.every((count) => count === '')) return null;
  const [forIt, against, abstained] = counts.map((count) => (count === '' ? 0 : Number(count)));
  const side = parts['chairSide'] ?? '';
  return {
    kind: 'by-count',
    for: forIt!,
    against: against!,
    abstained: abstained!,
    chairSide: isSide(side) ? side : null,
    votedAt,
  };
}

function isSide(text: string): text is VoteSide {
  return (SIDES as readonly string[]).includes(text);
}
