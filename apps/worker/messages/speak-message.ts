import { ContactCodes } from '#features/outreach/contacts/contact-codes.js';
import { ContactReader } from '#features/outreach/contacts/contact.reader.js';
import type { Addressee } from '#features/outreach/contacts/contact-row.js';
import { CODE_MESSAGE } from '#features/outreach/contacts/leave-contact.js';
import { NoticeChoiceReader } from '#features/outreach/notices/notice-choice.reader.js';
import type { NoticeKind } from '#features/outreach/notices/notice-kind.js';
import type { OutgoingMessage } from '#platform/messages/outgoing-message.js';
import type { Views } from '#platform/views/views.js';
import { type MessageWords, wordsOfCode, wordsOfNotice } from './message-words.js';

/** A message with its words and where it goes, both opened only now. */
export interface SpokenMessage extends Addressee, MessageWords {
  readonly id: string;
  /** Is it something that one may choose not to get? */
  readonly isNotice: boolean;
}

export interface MessageSources {
  readonly contacts: ContactReader;
  readonly codes: ContactCodes;
  readonly choices: NoticeChoiceReader;
  readonly views: Views;
}

/**
 * Finds words and address of a message at the moment of its sending.
 *
 * @returns null where the address was taken back, the notice refused or the code is too old
 */
export async function speakMessage(
  message: OutgoingMessage,
  sources: MessageSources,
): Promise<SpokenMessage | null> {
  return message.kind === CODE_MESSAGE
    ? speakCode(message, sources)
    : speakNotice(message, sources);
}

async function speakCode(
  { id, payload }: OutgoingMessage,
  { contacts, codes, views }: MessageSources,
): Promise<SpokenMessage | null> {
  const confirmation = String(payload['confirmation']);
  const addressee = await contacts.findAwaiting(confirmation);
  if (!addressee) return null;
  const words = wordsOfCode(codes.of(confirmation), views.wording(addressee.language));
  return { id, isNotice: false, ...addressee, ...words };
}

async function speakNotice(
  { id, way, kind, residentId, payload }: OutgoingMessage,
  { contacts, choices, views }: MessageSources,
): Promise<SpokenMessage | null> {
  if (!(await choices.isWanted(residentId, kind as NoticeKind, way))) return null;
  const addressee = await contacts.findFor(residentId, way);
  if (!addressee) return null;
  const words = wordsOfNotice(payload, views.wording(addressee.language));
  return { id, isNotice: true, ...addressee, ...words };
}
