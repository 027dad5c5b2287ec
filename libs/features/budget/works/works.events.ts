import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const WORKS_CHANGED = 'works.changed';

/** Something happened on the building site, or about it. */
export function worksChanged(project: string, act: string): OutboxMessage {
  return { topic: WORKS_CHANGED, payload: { project, act } };
}
