import type { OutboxMessage } from '#platform/outbox/outbox-message.js';
import { AKIM_ANSWER_OVERDUE } from '../../assemblies/akim-answers/answer.events.js';
import { MINUTES_OVERDUE } from '../../assemblies/minutes/minutes.events.js';
import { OBLIGATION_DUE_SOON } from '../../budget/obligations/obligation.events.js';
import { PROPOSAL_REVIEWED } from '../../participation/expert-review/review.events.js';
import {
  PETITION_ANSWERED,
  PETITION_DISCUSSION_ANNOUNCED,
} from '../../petitions/answers/answer.events.js';
import { PETITION_NEWS_POSTED } from '../../petitions/collections/collection.events.js';
import {
  PETITION_AWAITS_ANSWER,
  PETITION_FORWARDED,
} from '../../petitions/petitions/petition.events.js';
import {
  type NoticeSource,
  TO_AKIM,
  TO_AUTHOR,
  TO_OWNERS,
  TO_SECRETARY,
  TO_SIGNERS,
} from './notice-source.sql.js';
import type { Notice } from './notice.repository.js';

type Payload = OutboxMessage['payload'];
type NoticeOf = (payload: Payload) => Notice;

/** Which events people are told of, and how each becomes a notice. */
export const NOTICE_OF: Readonly<Record<string, NoticeOf>> = {
  [PETITION_NEWS_POSTED]: ({ petition, news }) =>
    toSigners('petition-news', text(petition), { part: '#news', once: text(news) }),
  [PETITION_AWAITS_ANSWER]: ({ petition }) => toSigners('petition-reached', text(petition)),
  [PETITION_FORWARDED]: ({ petition }) => toSigners('petition-forwarded', text(petition)),
  [PETITION_DISCUSSION_ANNOUNCED]: ({ petition }) =>
    toSigners('petition-discussion', text(petition)),
  [PETITION_ANSWERED]: ({ petition }) =>
    toSigners('petition-answered', text(petition), { part: '/answer' }),
  [PROPOSAL_REVIEWED]: ({ proposal, version, outcome }) => ({
    kind: 'own-proposals',
    event: `proposal-${text(outcome)}`,
    about: `proposal:${text(proposal)}:${text(version)}`,
    source: TO_AUTHOR,
    parameters: [text(proposal)],
  }),
  [OBLIGATION_DUE_SOON]: ({ obligation }) => toDesk('duty-near', TO_OWNERS, [text(obligation)]),
  [MINUTES_OVERDUE]: ({ meeting }) => toDesk('minutes-late', TO_SECRETARY, [text(meeting)]),
  [AKIM_ANSWER_OVERDUE]: ({ minutes, item }) =>
    toDesk('answer-late', TO_AKIM, [text(minutes), Number(item)]),
};

function toSigners(
  event: string,
  petition: string,
  { part = '', once = petition }: { readonly part?: string; readonly once?: string } = {},
): Notice {
  const about = `${event}:${once}`;
  return {
    kind: 'signed-petitions',
    event,
    about,
    source: TO_SIGNERS,
    parameters: [petition, part],
  };
}

function toDesk(
  event: string,
  source: NoticeSource,
  parameters: readonly (string | number)[],
): Notice {
  return { kind: 'own-desk', event, about: `${event}:${parameters.join(':')}`, source, parameters };
}

function text(value: unknown): string {
  return String(value);
}
