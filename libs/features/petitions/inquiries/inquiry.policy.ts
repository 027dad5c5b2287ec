import { DomainError } from '#rules/kernel/domain-error.js';
import type { InquiryAddressee } from '#rules/petitions/inquiry.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** What decides who answers. */
export interface AnsweredInquiry {
  readonly addresseeKind: InquiryAddressee;
  /** KATO codes of the addressee's unit and of the maslikhat's. */
  readonly addresseeTerritory: string;
  readonly territory: string;
}

/**
 * Bodies that work here answer themselves. The others write a letter, which the secretary of the
 * maslikhat enters: its chair controls inquiries.
 *
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 */
const ANSWER_HERE: Readonly<Record<InquiryAddressee, boolean>> = {
  akim: true,
  'local-executive-body': true,
  'election-commission': false,
  prosecutor: false,
  'territorial-body': false,
};

/**
 * The official who answers, for the very unit that was asked: no unit above or below answers in
 * its place.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingAsAnswerer(person: SignedIn, inquiry: AnsweredInquiry): Actor {
  const { roles, territory } = answererOf(inquiry);
  return actingAs(person, roles, [territory]);
}

export function canAnswer(person: SignedIn | undefined, inquiry: AnsweredInquiry): boolean {
  const { roles, territory } = answererOf(inquiry);
  return (person?.roles ?? []).some(
    (held) => roles.includes(held.role) && held.territory === territory,
  );
}

/**
 * The deputy who filed it, still in office, and nobody else.
 *
 * @throws DomainError forbidden `inquiry.not_the_deputy`
 */
export function actingAsItsDeputy(
  person: SignedIn,
  { deputyId, territory }: { readonly deputyId: string; readonly territory: string },
): Actor {
  if (person.personId !== deputyId) throw new DomainError('forbidden', 'inquiry.not_the_deputy');
  return actingAs(person, ['deputy'], [territory]);
}

function answererOf({ addresseeKind, addresseeTerritory, territory }: AnsweredInquiry) {
  if (ANSWER_HERE[addresseeKind])
    return { roles: ['akim', 'officer'], territory: addresseeTerritory };
  return { roles: ['maslikhat-secretary'], territory };
}
