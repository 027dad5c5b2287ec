import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assessAkimConclusion } from '#rules/budgets/budget-amendment.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import {
  AmendmentRepository,
  type StoredAmendment,
} from '../local-budgets/amendment.repository.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import {
  type ActInOffice,
  type BudgetInHand,
  BudgetRepository,
} from '../local-budgets/budget.repository.js';
import { type Verdict, verdictOn, type VotedBudget } from './session-verdict.js';
import { recordDecision } from './record-decision.js';
import { type SessionInHand, SessionRepository } from './session.repository.js';

export interface BudgetVote extends VotedBudget {
  /** Ids of the amendments that the session accepted; the others are rejected with the decision. */
  readonly amendments: readonly string[];
}

interface Matter extends ActInOffice {
  readonly decisionId: string;
  readonly vote: BudgetVote;
  readonly session: SessionInHand;
  readonly hand: BudgetInHand;
  readonly verdict: Verdict;
}

/**
 * The session decides on a submitted budget: adopted with the amendments that it accepted, or
 * returned to the akimat with reasons. Session before budget: both are locked in this sequence.
 */
@Injectable()
export class AdoptBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  async run(secretary: SignedIn, vote: BudgetVote): Promise<Verdict> {
    const decisionId = v7();
    const maslikhat = await this.budgets.getMaslikhat(vote.budgetId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { at, today } = await this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const session = await tx.of(SessionRepository).getForChange(vote.sessionId);
      const hand = await tx.of(BudgetRepository).getForChange(vote.budgetId);
      const verdict = verdictOn(vote, session, { maslikhat, today });
      const matter = { decisionId, vote, session, hand, verdict, actor, at };
      await decide(tx, matter, today);
      return verdict;
    });
  }
}

async function decide(tx: Transaction, matter: Matter, today: string): Promise<void> {
  const { decisionId, vote, session, hand, verdict, actor, at } = matter;
  const budgets = tx.of(BudgetRepository);
  const isAdopted = verdict.kind === 'adopted';
  const moved = isAdopted
    ? await budgets.move(hand.budget, 'adopt', { adoptedOn: today })
    : await budgets.move(hand.budget, 'return', { submittedOn: null });
  await recordDecision(tx, {
    ...vote,
    ...verdict,
    id: decisionId,
    session,
    question: null,
    kind: isAdopted ? 'adoption' : 'return',
    number: vote.number.trim() === '' ? null : vote.number,
    decidedOn: today,
    reasons: isAdopted ? null : vote.refusalReasons,
    actor,
    at,
  });
  const accepted = await settleAmendments(tx, matter);
  const amended = accepted.length > 0 ? await budgets.amend(moved, accepted) : moved;
  await budgets.keepVersion(amended, isAdopted ? 'adopted' : 'returned', { actor, at });
  await tx.of(AuditEntryRepository).add(actor, {
    act: isAdopted ? 'budget.adopted' : 'budget.returned',
    objectKind: 'budget',
    objectId: hand.budget.id,
    territory: session.maslikhat,
    after: { decisionId, number: vote.number, votes: verdict.decision.votes },
  });
}

/** Settles what was proposed and gives what the session accepted; with a return nothing is. */
async function settleAmendments(
  tx: Transaction,
  matter: Matter,
): Promise<readonly StoredAmendment[]> {
  const { decisionId, vote, hand, verdict } = matter;
  const amendments = tx.of(AmendmentRepository);
  const waiting = (await amendments.list(hand.budget.id)).filter(({ outcome }) => outcome === null);
  const accepted =
    verdict.kind === 'adopted' ? waiting.filter(({ id }) => vote.amendments.includes(id)) : [];
  assertAllWait(vote.amendments, waiting);
  assertNoFaults('amendment.invalid', accepted.flatMap(assessAkimConclusion));
  assertNothingOverdrawn(accepted, hand);
  for (const { id } of waiting)
    await amendments.settle(id, {
      outcome: accepted.some((one) => one.id === id) ? 'accepted' : 'rejected',
      decisionId,
    });
  return accepted;
}

function assertAllWait(ids: readonly string[], waiting: readonly StoredAmendment[]): void {
  if (ids.some((id) => !waiting.some((one) => one.id === id)))
    throw new DomainError('not-found', 'amendment.not_found');
}

/** Several amendments may touch one line; together they may not take more than it holds. */
function assertNothingOverdrawn(
  accepted: readonly StoredAmendment[],
  { lines }: BudgetInHand,
): void {
  const changes = accepted.flatMap((amendment) => amendment.changes);
  const overdrawn = lines.filter(({ number, amountTiyn }) => {
    const own = changes.filter(({ line }) => line === number);
    return own.reduce((sum, { changeTiyn }) => sum + changeTiyn, amountTiyn) < 0n;
  });
  const code = 'amendment.cut_below_zero';
  assertNoFaults(
    'amendment.invalid',
    overdrawn.map(({ number }) => ({ code, field: 'amendments', details: { line: number } })),
  );
}
