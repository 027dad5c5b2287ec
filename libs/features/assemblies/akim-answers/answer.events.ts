import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const AKIM_ANSWERED = 'akim-answer.given';
export const DECISION_MOVED = 'akim-answer.moved';
export const AKIM_ANSWER_OVERDUE = 'akim-answer.overdue';

/** The akim has answered minutes. */
export function akimAnswered(minutes: string): OutboxMessage {
  return { topic: AKIM_ANSWERED, payload: { minutes } };
}

/** A decision went a step further. */
export function decisionMoved(minutes: string, item: number): OutboxMessage {
  return { topic: DECISION_MOVED, payload: { minutes, item } };
}

/** The term for a decision has passed. */
export function akimAnswerOverdue(minutes: string, item: number): OutboxMessage {
  return { topic: AKIM_ANSWER_OVERDUE, payload: { minutes, item } };
}
