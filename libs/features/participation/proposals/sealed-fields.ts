import type { PersonalKey } from '#platform/identity/personal-key.js';
import type { ProposalFields } from './proposal-fields.js';
import type { ProposalRecord } from './proposal.record.js';

/** What of the author's words only officers read, sealed; what was left out stays as it is. */
export interface SealedFields {
  readonly changes: Partial<Pick<ProposalRecord, 'sealedContact'>>;
  readonly coauthors?: readonly Buffer[];
}

/** @param key the author's */
export function sealedBy(key: PersonalKey, { contact, coauthors }: ProposalFields): SealedFields {
  return {
    changes: contact === undefined ? {} : { sealedContact: contactBy(key, contact) },
    ...(coauthors && { coauthors: coauthors.map((name) => key.seal(name, 'co-author')) }),
  };
}

function contactBy(key: PersonalKey, contact: string): Buffer | null {
  return contact === '' ? null : key.seal(contact, 'contact');
}
