import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const DISMISSAL_MOVED = 'dismissal.moved';

/** The dismissal of an akim went a step further, or was raised again. */
export function dismissalMoved(dismissal: string): OutboxMessage {
  return { topic: DISMISSAL_MOVED, payload: { dismissal } };
}
