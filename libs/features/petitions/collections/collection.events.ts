import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const PETITION_NEWS_POSTED = 'petition.news_posted';
export const PETITION_BROUGHT_TO_SESSION = 'petition.brought_to_session';

/** Those who have signed are to hear of it. */
export function newsPosted(petition: string, news: string): OutboxMessage {
  return { topic: PETITION_NEWS_POSTED, payload: { petition, news } };
}

export function broughtToSession(petition: string, maslikhat: string): OutboxMessage {
  return { topic: PETITION_BROUGHT_TO_SESSION, payload: { petition, maslikhat } };
}
