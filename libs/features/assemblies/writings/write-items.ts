import { Injectable } from '@nestjs/common';
import { hasMinutes } from '#rules/assemblies/meeting-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertStillWritten } from '../meetings/hall-open.js';
import { MeetingActs, type MeetingInHand } from '../meetings/meeting-acts.js';
import { MeetingRepository } from '../meetings/meeting.repository.js';
import { factsOf, lockItems, write } from './item-desk.js';
import { LinkedObjectReader } from './linked-object.reader.js';
import type { WritingFields, WritingResult } from './writing-fields.js';

/**
 * The writing table: what one of the secretaries wrote, as it is written or after an outage. Each
 * writing is applied once, kept beside another's text, or refused with its faults; the rest of a
 * sending goes through all the same.
 */
@Injectable()
export class WriteItems {
  constructor(
    private readonly acts: MeetingActs,
    private readonly objects: LinkedObjectReader,
  ) {}

  async run(
    person: SignedIn,
    meetingId: string,
    writings: readonly WritingFields[],
  ): Promise<readonly WritingResult[]> {
    const links = writings.flatMap(({ value }) => (value?.kind === 'links' ? value.links : []));
    const known = new Set((await this.objects.findMany(links)).keys());
    return this.acts.run(person, { meetingId }, async (inHand) => {
      await assertWritable(inHand);
      const facts = await factsOf(inHand, known);
      const numbers = writings.map(({ item }) => item);
      const items = await lockItems(inHand, numbers);
      const results: WritingResult[] = [];
      for (const fields of writings)
        results.push(await write(inHand, items.get(fields.item)!, { fields, facts }));
      for (const item of items.values())
        await inHand.tx.of(MeetingRepository).setItemVersion(item.id, item.version + 1);
      return results;
    });
  }
}

/**
 * Items are written from the opening on, until the minutes are shown or signed.
 *
 * @throws DomainError conflict `writing.not_yet`, `writing.closed`
 */
export async function assertWritable({ tx, meeting }: MeetingInHand): Promise<void> {
  const { state } = meeting;
  if (!hasMinutes(state)) throw new DomainError('conflict', 'writing.not_yet', { state });
  await assertStillWritten(tx, meeting, 'writing.closed');
}
