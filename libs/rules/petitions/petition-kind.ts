/**
 * What gathers signatures here.
 *
 * A `deputy-collection` is gathered here by a deputy of the maslikhat: it leads to the session's
 * agenda, an inquiry and the addressee's public answer. Chapter 12-1 binds nobody in it: its numbers
 * and terms are borrowed as a measure, and it is never called a statutory petition. A `statutory`
 * petition runs on the state portal; a town follows it here by its link.
 *
 * @law LSG art. 21 (1(5-1)…(5-3): a deputy advises on petitions, follows their consideration and
 * brings them to the session), redaction of 2026-07-01; APPC art. 90-2(1)
 */
export const PETITION_KINDS = ['deputy-collection', 'statutory'] as const;

export type PetitionKind = (typeof PETITION_KINDS)[number];

/** Why a number of chapter 12-1 stands beside a petition; texts are `petitions.bases.<code>`. */
export type PetitionBasis = 'law' | 'borrowed-measure';

/** `basisOf('deputy-collection') // → 'borrowed-measure'` */
export function basisOf(kind: PetitionKind): PetitionBasis {
  return kind === 'statutory' ? 'law' : 'borrowed-measure';
}

/** Are its signatures given here, and not on the state portal? */
export function isSignedHere(kind: PetitionKind): boolean {
  return kind === 'deputy-collection';
}
