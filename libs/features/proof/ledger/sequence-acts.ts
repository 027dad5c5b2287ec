import { Injectable } from '@nestjs/common';
import type { Leaf } from '#rules/ledger/leaf.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { LedgerRepository } from './ledger.repository.js';
import { PendingLeavesRepository } from './pending-leaves.repository.js';
import { ACTS_OF_PEOPLE, CONCLUSIONS } from './sources/leaf-sources.js';

/**
 * Puts acts into the log after they were acknowledged, so that nobody waits for it. Each act once,
 * none left out; a batch is sorted by hash and says nothing about the sequence within it.
 */
@Injectable()
export class SequenceActs {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many entries were added */
  async run(): Promise<number> {
    for (let added = 0; ;) {
      const batch = await this.sequence();
      added += batch.added;
      if (!batch.isMore) return added;
    }
  }

  private sequence(): Promise<{ added: number; isMore: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const ledger = tx.of(LedgerRepository);
      const pending = tx.of(PendingLeavesRepository);
      const size = await ledger.lockEnd();
      const window = await pending.window();
      const acts: Leaf[] = [];
      let reached = window.until;
      for (const source of ACTS_OF_PEOPLE) {
        const found = await pending.list(source, window);
        acts.push(...found.leaves);
        reached = earlier(reached, found.reached);
      }
      const behindActs = await ledger.append(size, acts);
      await pending.reach(reached);
      const isMore = reached !== window.until;
      const conclusions = isMore ? [] : await conclusionsOf(pending, window.until);
      const end = await ledger.append(behindActs, conclusions);
      return { added: end - size, isMore };
    });
  }
}

async function conclusionsOf(pending: PendingLeavesRepository, until: string): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  for (const source of CONCLUSIONS)
    leaves.push(...(await pending.list(source, { from: '0', until })).leaves);
  return leaves;
}

function earlier(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? one : other;
}
