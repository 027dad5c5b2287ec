/** How something reaches a person who is not on a page. */
export const MESSAGE_WAYS = ['mail', 'sms'] as const;

export type MessageWay = (typeof MESSAGE_WAYS)[number];

/** `isMessageWay('mail') // → true` */
export function isMessageWay(text: unknown): text is MessageWay {
  return MESSAGE_WAYS.some((way) => way === text);
}
