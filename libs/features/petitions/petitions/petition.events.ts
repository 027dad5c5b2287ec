import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

export const PETITION_SUBMITTED = 'petition.submitted';
export const PETITION_OPENED = 'petition.opened';
export const PETITION_REFUSED = 'petition.refused';
export const PETITION_WITHDRAWN = 'petition.withdrawn';
export const PETITION_FORWARDED = 'petition.forwarded';
/** Written by the statement that stores the signature which reaches the threshold. */
export const PETITION_THRESHOLD_REACHED = 'petition.threshold_reached';
/** The petition has its deadline for an answer: sent to the addressee. */
export const PETITION_AWAITS_ANSWER = 'petition.awaits_answer';

type PetitionTopic =
  | typeof PETITION_SUBMITTED
  | typeof PETITION_OPENED
  | typeof PETITION_REFUSED
  | typeof PETITION_WITHDRAWN
  | typeof PETITION_FORWARDED
  | typeof PETITION_THRESHOLD_REACHED
  | typeof PETITION_AWAITS_ANSWER;

/** Something happened to a petition; readers look up the rest. */
export function petitionEvent(topic: PetitionTopic, petition: string): OutboxMessage {
  return { topic, payload: { petition } };
}
