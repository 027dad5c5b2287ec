import { settleWriting } from '#rules/assemblies/item-writing.js';
import { quorumShareOn } from '#rules/assemblies/quorum.js';
import { canonicalJson, type Json } from '#rules/ledger/canonical-json.js';
import type { AgendaItemRecord } from '../meetings/agenda-item.record.js';
import { countedStays, HallRepository } from '../meetings/hall.repository.js';
import type { MeetingInHand } from '../meetings/meeting-acts.js';
import { MeetingRepository } from '../meetings/meeting.repository.js';
import { membersOf } from '../meetings/meeting-members.js';
import { type WritingFacts, writingFaults } from './writing-assessment.js';
import type { WritingFields, WritingResult } from './writing-fields.js';
import { type NewWriting, WritingRepository } from './writing.repository.js';

/** Facts of the hall and of what may be linked, for every writing of one sending. */
export async function factsOf(
  { tx, meeting, place, now }: MeetingInHand,
  known: ReadonlySet<string>,
): Promise<WritingFacts> {
  const { kind, heldOn, openedAt, closedAt, chairId } = meeting;
  const hall = await tx.of(HallRepository).find(meeting.id);
  return {
    chairId,
    known,
    hall: {
      members: await membersOf(tx, meeting),
      stays: countedStays(hall),
      share: quorumShareOn(kind, heldOn, place.overrides),
      openedAt: openedAt?.getTime() ?? null,
      until: (closedAt ?? now.at).getTime(),
    },
  };
}

/** Agenda items, locked in the sequence of their numbers so that two sendings never wait in a ring. */
export async function lockItems(
  { tx, meeting }: MeetingInHand,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, AgendaItemRecord>> {
  const items = new Map<number, AgendaItemRecord>();
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b))
    items.set(number, await tx.of(MeetingRepository).getItemForChange(meeting.id, number));
  return items;
}

/** Applies one writing, keeps it beside what stands, or refuses it; whichever, it is kept. */
export async function write(
  { tx, actor, now }: MeetingInHand,
  item: AgendaItemRecord,
  { fields, facts }: { readonly fields: WritingFields; readonly facts: WritingFacts },
): Promise<WritingResult> {
  const { op, field, value, writtenAt } = fields;
  const writings = tx.of(WritingRepository);
  const standing = await writings.standing(item.id, field);
  const told = { op, item: fields.item, field };
  const before = await writings.find(op);
  if (before) return repeated(told, before, standing.version);
  const faults = writingFaults(field, value, facts);
  const base = fields.base ?? standing.version;
  const same = isSame(standing.value, value);
  const settled = settleWriting(standing, { base, same });
  const outcome = faults.length > 0 ? 'refused' : settled.kind;
  const made = { op, itemId: item.id, field, base, value, writerId: actor.personId, writtenAt };
  const writing: NewWriting = { ...made, receivedAt: now.at, outcome, faults };
  await writings.add(writing);
  if (outcome === 'applied') {
    if (settled.version > standing.version) await writings.put(writing, settled.version);
    await writings.settle(writing, fields.settles);
  }
  const version = outcome === 'applied' ? settled.version : standing.version;
  return { ...told, outcome, version, faults };
}

type Told = Pick<WritingResult, 'op' | 'item' | 'field'>;

function repeated(
  told: Told,
  before: { readonly outcome: WritingResult['outcome']; readonly faults: unknown },
  version: number,
): WritingResult {
  const faults = (before.faults ?? []) as WritingResult['faults'];
  return { ...told, outcome: before.outcome, version, faults };
}

function isSame(standing: unknown, value: unknown): boolean {
  return canonicalJson(standing as Json) === canonicalJson(value as Json);
}
