import type { MessageWay } from '#platform/messages/message-way.js';

/** What people may be told of; of one's own desk everybody in office is told unless they refuse. */
export const NOTICE_KINDS = ['signed-petitions', 'own-proposals', 'own-desk'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Is one told of it without having asked? */
export function isToldByDefault(kind: NoticeKind): boolean {
  return kind === 'own-desk';
}

/** One answer to "shall we tell you of this in this way?". */
export interface NoticeChoice {
  readonly kind: NoticeKind;
  readonly way: MessageWay;
  readonly wanted: boolean;
}
