import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const ENCLOSURE_FORGOTTEN = 'enclosure.forgotten';

/** Nobody laid it beside an act: its bytes leave the store. */
export function enclosureForgotten(storedName: string): OutboxMessage {
  return { topic: ENCLOSURE_FORGOTTEN, payload: { storedName } };
}
