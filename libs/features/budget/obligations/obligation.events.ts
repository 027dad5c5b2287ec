import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const OBLIGATION_DUE_SOON = 'obligation.due_soon';

/** The owner of a duty is to be told that its last day is near, or over. */
export function obligationDueSoon(obligation: string): OutboxMessage {
  return { topic: OBLIGATION_DUE_SOON, payload: { obligation } };
}
