import { DomainError } from '#rules/kernel/domain-error.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of a round in an address; what cannot be an id is a round that is not there. */
export function roundIdOf(text: string): string {
  if (!UUID.test(text)) throw new DomainError('not-found', 'round.not_found');
  return text.toLowerCase();
}
