import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  assessAkimConclusion,
  assessAmendment,
  type BudgetAmendment,
} from '#rules/budgets/budget-amendment.js';
import type { BudgetLine } from '#rules/budgets/budget-draft.js';
import { assessFates, type FateNote } from '#rules/budgets/residents-lines.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { BudgetRepository } from '../local-budgets/budget.repository.js';
import { verdictOn, type VotedBudget } from './session-verdict.js';
import { recordDecision } from './record-decision.js';
import { SessionRepository } from './session.repository.js';

/** A refinement (нақтылау) of an adopted budget, with what becomes of residents' projects. */
export interface BudgetRefinement extends VotedBudget {
  readonly amendment: BudgetAmendment;
  readonly fates: readonly FateNote[];
}

/**
 * The session changes an adopted budget during its year: balanced to the tiyn, by the majority of
 * all deputies, and every residents' project that loses money is told what becomes of it.
 */
@Injectable()
export class RefineBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  async run(secretary: SignedIn, refinement: BudgetRefinement): Promise<void> {
    const id = v7();
    const { budgetId, sessionId, amendment, fates } = refinement;
    const maslikhat = await this.budgets.getMaslikhat(budgetId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const session = await tx.of(SessionRepository).getForChange(sessionId);
      const budgets = tx.of(BudgetRepository);
      const { budget, lines } = await budgets.getForChange(budgetId);
      const verdict = verdictOn(refinement, session, { maslikhat, today });
      if (verdict.kind !== 'adopted')
        throw new DomainError('rule-violated', 'budget.refinement_not_adopted');
      assertLawful(amendment, fates, lines);
      const refined = await budgets.amend(await budgets.move(budget, 'refine'), [amendment]);
      await recordDecision(tx, {
        ...refinement,
        ...verdict,
        id,
        session,
        question: null,
        kind: 'refinement',
        decidedOn: today,
        reasons: null,
        actor,
        at,
      });
      await budgets.addFates(budgetId, fates, { actor, at });
      await budgets.keepVersion(refined, 'refined', { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.refined',
        objectKind: 'budget',
        objectId: budgetId,
        territory: maslikhat,
        after: { decisionId: id, changes: amendment.changes, fates },
      });
    });
  }
}

function assertLawful(
  amendment: BudgetAmendment,
  fates: readonly FateNote[],
  lines: readonly BudgetLine[],
): void {
  const held = new Map(lines.map(({ number, amountTiyn }) => [number, amountTiyn]));
  assertNoFaults('amendment.invalid', [
    ...assessAmendment(amendment, (line) => held.get(line)),
    ...assessAkimConclusion(amendment),
    ...assessFates(losersOf(amendment, lines), fates),
  ]);
}

/** Residents' projects whose lines are cut, with what is left to them. */
function losersOf({ changes }: BudgetAmendment, lines: readonly BudgetLine[]) {
  return lines.flatMap(({ number, amountTiyn, origin }) => {
    const change = changes.find(({ line }) => line === number)?.changeTiyn ?? 0n;
    const isCut = origin.kind === 'project' && origin.id !== null && change < 0n;
    return isCut ? [{ projectId: origin.id!, heldTiyn: amountTiyn + change }] : [];
  });
}
