import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type TerritoryLevel, hasLocalCommunity } from '#rules/registry/territory-level.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';
import { findRowOn } from '#rules/rulebook/value-on.js';

/**
 * Bodies of residents: the gathering (сход, жиын) of all members, the assembly (собрание, жиналыс)
 * of their delegates, the separate gathering (раздельный сход, бөлек жиын) of a part; the kenes, the
 * territorial council and the public council on the same model. Texts are `bodyKinds.<code>`.
 */
export const BODY_KINDS = [
  'gathering',
  'assembly',
  'separate-gathering',
  'kenes',
  'territorial-council',
  'public-council',
] as const;

export type BodyKind = (typeof BODY_KINDS)[number];

/** Bodies of the local community, whose decisions the akim must consider. */
export type CommunityBody = Extract<BodyKind, 'gathering' | 'assembly' | 'separate-gathering'>;

/** Bodies that decide by votes under a rule of their own. */
export type VotingBody = Exclude<BodyKind, 'kenes'>;

/** What the law makes of a kind of body on a day. */
export type BodyStanding =
  | { readonly kind: 'deciding' | 'advisory'; readonly source: LegalSource }
  | { readonly kind: 'no-law' };

const CITY_LEVELS: readonly TerritoryLevel[] = ['republican-city', 'oblast-city'];

/**
 * Does the law know such a body, and what are its decisions worth? A kind without a quorum in the
 * rulebook is switched off: the kenes, announced in the Concept of 2021, has none as yet.
 *
 * @law LSG arts. 39-1…39-7, redaction of 2026-07-01; Law No 383-V (`law.md` §3)
 * @example bodyStandingOn('kenes', '2026-11-21') // → { kind: 'no-law' }
 */
export function bodyStandingOn(kind: BodyKind, on: CivilDate): BodyStanding {
  const key = `${kind}.quorum`;
  const row = isQuorumKey(key) ? findRowOn(key, on) : null;
  if (row === null) return { kind: 'no-law' };
  return { kind: isCommunityBody(kind) ? 'deciding' : 'advisory', source: row.source };
}

/** Does the law let this kind of body meet and decide by votes? `isVotingBody('kenes') // → false` */
export function isVotingBody(kind: BodyKind): kind is VotingBody {
  return kind !== 'kenes';
}

/** Is it made of members with seats? Gatherings are of everybody who lives there. */
export function hasSeats(kind: BodyKind): boolean {
  return kind !== 'gathering' && kind !== 'separate-gathering';
}

/** Kinds that a unit of this level may have meet on a day; one that the law lacks is left out. */
export function meetingKindsOn(level: TerritoryLevel, on: CivilDate): readonly VotingBody[] {
  return BODY_KINDS.filter(isVotingBody).filter(
    (kind) => canHaveBody(level, kind) && bodyStandingOn(kind, on).kind !== 'no-law',
  );
}

/** `isCommunityBody('public-council') // → false` */
export function isCommunityBody(kind: BodyKind): kind is CommunityBody {
  return kind === 'gathering' || kind === 'assembly' || kind === 'separate-gathering';
}

/**
 * May a unit of this level have such a body? Territorial councils stand at akimats of the capital,
 * of republican and oblast cities; where public councils stand was not read, so nothing is refused.
 *
 * @law LSG arts. 39-1…39-7, redaction of 2026-07-01 (`law.md` §3)
 * @example canHaveBody('rural-okrug', 'territorial-council') // → false
 */
export function canHaveBody(level: TerritoryLevel, kind: BodyKind): boolean {
  if (kind === 'public-council') return true;
  if (kind === 'territorial-council') return CITY_LEVELS.includes(level);
  return hasLocalCommunity(level);
}

/**
 * All faults of founding a body: the law knows it on that day, and it may stand at that level.
 *
 * @example assessBody({ kind: 'kenes', level: 'rural-okrug' }, '2026-11-21')
 * // → [{ code: 'body.not_in_law', field: 'kind' }]
 */
export function assessBody(
  { kind, level }: { readonly kind: BodyKind; readonly level: TerritoryLevel },
  on: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (bodyStandingOn(kind, on).kind === 'no-law')
    faults.push({ code: 'body.not_in_law', field: 'kind' });
  if (!canHaveBody(level, kind)) faults.push({ code: 'body.not_at_this_level', field: 'kind' });
  return faults;
}

type QuorumKey = Extract<LegalKey, `${VotingBody}.quorum`>;

function isQuorumKey(key: string): key is QuorumKey {
  return key !== 'kenes.quorum';
}
