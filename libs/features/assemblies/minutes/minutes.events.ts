import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const MINUTES_SHOWN = 'minutes.shown';
export const MINUTES_SIGNED = 'minutes.signed';
export const MINUTES_SENT = 'minutes.sent';
export const MINUTES_PUBLISHED = 'minutes.published';
export const MINUTES_CORRECTED = 'minutes.corrected';
export const MINUTES_OVERDUE = 'minutes.overdue';

type MinutesTopic =
  | typeof MINUTES_SHOWN
  | typeof MINUTES_SIGNED
  | typeof MINUTES_SENT
  | typeof MINUTES_PUBLISHED
  | typeof MINUTES_CORRECTED;

/** Something happened to minutes; readers look up the rest. */
export function minutesEvent(topic: MinutesTopic, minutes: string): OutboxMessage {
  return { topic, payload: { minutes } };
}

/** The term for the minutes of a meeting has passed. */
export function minutesOverdue(meeting: string): OutboxMessage {
  return { topic: MINUTES_OVERDUE, payload: { meeting } };
}
