import { DomainError } from '#rules/kernel/domain-error.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { ProposalRecord } from '../proposals/proposal.record.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import type { RoundRow } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';
import type { ActInOffice } from './act-in-office.record.js';
import type { ReviewedPlace } from './review.policy.js';
import { ReviewRepository } from './review.repository.js';

/** Who acts on which proposal, and which version of it that person had before the eyes. */
export interface ActRequest {
  readonly proposalId: string;
  readonly person: SignedIn;
  /** Null where the caller did not say (the API's `If-Match` is optional there). */
  readonly seenVersion: number | null;
}

/** A proposal locked for one act in office. */
export interface OpenedProposal {
  readonly actor: Actor;
  readonly proposal: ProposalRecord;
  readonly round: RoundRow;
}

/** What an act did, for the audit trail. */
export interface RecordedAct {
  readonly act: string;
  readonly changed: ProposalRecord;
  readonly matter: Readonly<Record<string, unknown>>;
}

/** An act that changes what stands on the ballot paper keeps others from changing it meanwhile. */
export type RoundHold = 'for-adding' | 'for-change';

/**
 * Locks the round and then the proposal, finds the office in which the person acts and makes sure
 * that nobody has changed the proposal since the person saw it.
 *
 * @throws DomainError not-found `proposal.not_found` for a draft too: it is the author's own
 * @throws DomainError stale `platform.stale`
 */
export async function openForReview(
  tx: Transaction,
  { proposalId, person, seenVersion }: ActRequest,
  { office, hold }: { office: (person: SignedIn, place: ReviewedPlace) => Actor; hold: RoundHold },
): Promise<OpenedProposal> {
  const { proposal, round } = await lockProposal(tx, proposalId, hold);
  if (proposal.state === 'draft') throw new DomainError('not-found', 'proposal.not_found');
  const authorIds = await tx.of(ReviewRepository).listAuthorIds(proposalId);
  const actor = office(person, { territoryPath: pathOf(proposal, round), authorIds });
  assertCurrent(proposal.version, seenVersion);
  return { actor, proposal, round };
}

/** The round first, then the proposal: the one sequence of locks in the house. */
export async function lockProposal(
  tx: Transaction,
  proposalId: string,
  hold: RoundHold,
): Promise<{ proposal: ProposalRecord; round: RoundRow }> {
  const proposals = tx.of(ProposalRepository);
  const rounds = tx.of(RoundRepository);
  const roundId = await proposals.getRoundId(proposalId);
  const round = await (hold === 'for-change'
    ? rounds.getForChange(roundId)
    : rounds.getForAdding(roundId));
  return { round, proposal: await proposals.getForChange(proposalId) };
}

/** What every row of an act in office begins with. */
export function actOf({ actor, proposal, round }: OpenedProposal, id: string): ActInOffice {
  return {
    id,
    proposalId: proposal.id,
    proposalVersion: proposal.version,
    officerId: actor.personId,
    postKk: actor.post.kk,
    postRu: actor.post.ru,
    at: round.now,
  };
}

/** Leaves the act in the audit trail: the proposal before and after, and what the act said. */
export async function audit(
  tx: Transaction,
  { actor, proposal, round }: OpenedProposal,
  { act, changed, matter }: RecordedAct,
): Promise<void> {
  await tx.of(AuditEntryRepository).add(actor, {
    act,
    objectKind: 'proposal',
    objectId: proposal.id,
    territory: proposal.potKato ?? round.territory,
    before: outlineOf(proposal),
    after: { ...outlineOf(changed), ...matter },
  });
}

/** The proposal's territory and all above it; a pot is the round's territory or right below it. */
function pathOf(proposal: ProposalRecord, round: RoundRow): readonly string[] {
  const pot = proposal.potKato;
  if (pot === null || round.territoryPath.includes(pot)) return round.territoryPath;
  return [...round.territoryPath, pot];
}

function outlineOf(proposal: ProposalRecord): Readonly<Record<string, unknown>> {
  const { state, version, checkedCostTiyn, ballotNumber, exclusiveGroup, correctBy } = proposal;
  return { state, version, checkedCostTiyn, ballotNumber, exclusiveGroup, correctBy };
}
