import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const INQUIRY_FILED = 'inquiry.filed';
export const INQUIRY_ANSWERED = 'inquiry.answered';

/** The addressee has until `dueOn` to answer. */
export function inquiryFiled(inquiry: string, dueOn: string): OutboxMessage {
  return { topic: INQUIRY_FILED, payload: { inquiry, dueOn } };
}

export function inquiryAnswered(inquiry: string): OutboxMessage {
  return { topic: INQUIRY_ANSWERED, payload: { inquiry } };
}
