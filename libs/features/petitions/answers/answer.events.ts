import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const PETITION_DISCUSSION_ANNOUNCED = 'petition.discussion_announced';
export const PETITION_ANSWERED = 'petition.answered';

/** The draft decision will be discussed in public. */
export function discussionAnnounced(petition: string): OutboxMessage {
  return { topic: PETITION_DISCUSSION_ANNOUNCED, payload: { petition } };
}

/** The addressee's head has decided, and the decision is posted. */
export function petitionAnswered(petition: string): OutboxMessage {
  return { topic: PETITION_ANSWERED, payload: { petition } };
}
