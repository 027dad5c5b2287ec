import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { isSpeech, type ItemField } from '#rules/assemblies/item-writing.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { MeetingActs, type MeetingInHand } from '../meetings/meeting-acts.js';
import { openHall } from '../meetings/meeting-opening.js';
import type { AgendaLink } from '../meetings/meeting-row.js';
import { MeetingRepository } from '../meetings/meeting.repository.js';
import { factsOf, lockItems, write } from './item-desk.js';
import { LinkedObjectReader } from './linked-object.reader.js';
import { assertWritable } from './write-items.js';
import type { WritingFields } from './writing-fields.js';
import { WritingRepository } from './writing.repository.js';
import type { StoredSpeech, StoredVotes, WritingValue } from './writing-value.js';

/** An agenda item whole; what is left out stays as it is. */
export interface DecisionFields {
  readonly meetingId: string;
  readonly item: number;
  readonly heard?: OfficialText | undefined;
  readonly speeches?: readonly StoredSpeech[] | undefined;
  readonly votes?: StoredVotes | null | undefined;
  readonly text?: OfficialText | undefined;
  readonly links?: readonly AgendaLink[] | undefined;
  readonly recordingSeconds?: number | null | undefined;
  /** Version of the item that the secretary saw; null: whichever there is. */
  readonly version: number | null;
}

/** The secretary records an item at once: all of it or, with all faults, nothing. */
@Injectable()
export class RecordItemDecision {
  constructor(
    private readonly acts: MeetingActs,
    private readonly clock: DatabaseClock,
    private readonly objects: LinkedObjectReader,
  ) {}

  async run(person: SignedIn, fields: DecisionFields): Promise<void> {
    const { meetingId, item: number } = fields;
    const known = new Set((await this.objects.findMany(fields.links ?? [])).keys());
    const { at } = await this.clock.now();
    const speechIds = (fields.speeches ?? []).map(() => v7());
    await this.acts.run(person, { meetingId }, async (convened) => {
      const inHand = await opened(convened, fields.votes ?? null);
      await assertWritable(inHand);
      const item = (await lockItems(inHand, [number])).get(number)!;
      assertCurrent(item.version, fields.version);
      const written = await inHand.tx.of(WritingRepository).listFields(item.id);
      const facts = await factsOf(inHand, known);
      const faults: Fault[] = [];
      for (const [field, value] of valuesOf(fields, written, speechIds)) {
        const writing = writingOf({ item: number, field, value, writtenAt: at });
        const result = await write(inHand, item, { fields: writing, facts });
        faults.push(...result.faults);
      }
      assertNoFaults('decision.invalid', faults);
      await inHand.tx.of(MeetingRepository).setItemVersion(item.id, item.version + 1);
    });
  }
}

/** The first decision opens a meeting that nobody opened before, if it has its quorum. */
async function opened(inHand: MeetingInHand, votes: StoredVotes | null): Promise<MeetingInHand> {
  if (inHand.meeting.state !== 'convened') return inHand;
  const openedAt = votes && new Date(votes.votedAt);
  const opening = { openedAt, chairId: null, secretaryId: null };
  const { meeting } = await openHall(inHand, opening);
  return { ...inHand, meeting };
}

type Written = readonly [ItemField, WritingValue];

/** Each field that was said; speeches are replaced by those that were said. */
function valuesOf(
  { heard, text, votes, links, recordingSeconds, speeches }: DecisionFields,
  standing: readonly ItemField[],
  speechIds: readonly string[],
): readonly Written[] {
  const former = speeches ? standing.filter(isSpeech) : [];
  return [
    ...(heard ? textsOf('heard', heard) : []),
    ...(text ? textsOf('decision', text) : []),
    ...(votes === undefined ? [] : [votesOf(votes)]),
    ...(links === undefined ? [] : [['links', { kind: 'links', links }] satisfies Written]),
    ...(recordingSeconds === undefined ? [] : [secondsOf(recordingSeconds)]),
    ...former.map((field): Written => [field, null]),
    ...(speeches ?? []).map((speech, place) => speechOf(speechIds[place]!, speech)),
  ];
}

function textsOf(name: 'heard' | 'decision', { kk, ru }: OfficialText): readonly Written[] {
  return [
    [`${name}-kk`, { kind: 'text', text: kk }],
    [`${name}-ru`, { kind: 'text', text: ru }],
  ];
}

function votesOf(votes: StoredVotes | null): Written {
  return ['votes', votes && { kind: 'votes', votes }];
}

function secondsOf(seconds: number | null): Written {
  return ['recording-seconds', seconds === null ? null : { kind: 'seconds', seconds }];
}

function speechOf(id: string, speech: StoredSpeech): Written {
  return [`speech:${id}`, { kind: 'speech', speech }];
}

function writingOf(
  writing: Pick<WritingFields, 'item' | 'field' | 'value' | 'writtenAt'>,
): WritingFields {
  return { ...writing, op: v7(), base: null, settles: [] };
}
