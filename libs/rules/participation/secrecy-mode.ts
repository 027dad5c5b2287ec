/**
 * What becomes public of the ballots of a round besides the count.
 *
 * - `presence`: a receipt proves that a ballot is there, and nobody can prove what stands on it.
 * - `openings`: after the close each commitment is opened, without a name: everybody can check every
 *   ballot, and a voter who shows the receipt can prove the choice. The vote page says so.
 */
export const SECRECY_MODES = ['presence', 'openings'] as const;
export type SecrecyMode = (typeof SECRECY_MODES)[number];
