import type { MessageWay } from '#platform/messages/message-way.js';

/** Languages that messages are written in. */
export const MESSAGE_LANGUAGES = ['kk', 'ru', 'en'] as const;

export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** A confirmed address, opened. */
export interface ContactRow {
  readonly way: MessageWay;
  readonly address: string;
  readonly language: MessageLanguage;
}

/** An address whose code was not entered yet. */
export interface AwaitedContactRow {
  readonly way: MessageWay;
  readonly address: string;
  readonly expiresAt: Date;
}

/** Where one message goes. */
export interface Addressee {
  readonly address: string;
  readonly language: MessageLanguage;
}
