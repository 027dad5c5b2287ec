import type { StoredVotes, WritingValue } from '#features/assemblies/writings/writing-value.js';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { ItemField } from '#rules/assemblies/item-writing.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { LINK_KINDS } from '#rules/assemblies/minutes-draft.js';
import { parseTenge } from '#rules/kernel/money.js';
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
  if (field === 'links') return linksIn(parts);
  const text = parts['text']?.trim() ?? '';
  if (field === 'recording-seconds') return secondsIn(text);
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
  const [forIt, against, abstained] = counts.map(handsIn);
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

/** What is no number becomes -1, which the rule refuses. */
function handsIn(count: string): number {
  return /^\d{0,5}$/.test(count) ? Number(count) : -1;
}

function isSide(text: string): text is VoteSide {
  return (SIDES as readonly string[]).includes(text);
}

/** Each row with its kind; a row without an object is left out. */
function linksIn(parts: FieldParts): WritingValue {
  const rows = Object.keys(parts).flatMap((name) => /^kind(\d{1,2})$/.exec(name)?.[1] ?? []);
  const links = rows.flatMap((row) => {
    const kind = LINK_KINDS.find((each) => each === parts[`kind${row}`]);
    const id = lastPart(parts[`id${row}`] ?? '');
    return kind && id ? [{ kind, id, amountTiyn: sumIn(parts[`amount${row}`] ?? '') }] : [];
  });
  return links.length === 0 ? null : { kind: 'links', links };
}

/** An id or a number; of the address of a page only its last part counts. */
function lastPart(text: string): string {
  return (
    text
      .trim()
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}

/** A sum in tenge as it is typed; what is none becomes 0, which the rule refuses. */
function sumIn(text: string): string | null {
  const typed = text.replaceAll(/[\s\u00a0₸]/g, '').replace(',', '.');
  return typed === '' ? null : String(parseTenge(typed) ?? 0n);
}

/** `secondsIn('1:02:05') // → 3725 seconds` */
function secondsIn(text: string): WritingValue {
  if (!/^(\d{1,2}:)?\d{1,3}:\d{2}$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return { kind: 'seconds', seconds };
}
