import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BallotDraftRepository, type DraftKey } from './ballot-draft.repository.js';

/** Small enough to be read aloud; large enough that neighbours see different sequences. */
const SEEDS = 100_000;

/** Lays an empty ballot before a browser; one that it has already stays as it is. */
@Injectable()
export class StartBallotDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError not-found `round.not_found` */
  async run(key: DraftKey, district: string | null): Promise<void> {
    const seed = newSeed();
    await this.unitOfWork.run(async (transaction) => {
      const drafts = transaction.of(BallotDraftRepository);
      if (await drafts.get(key)) return;
      await drafts.put(key, { district, seed, choices: [] });
    });
  }
}

/** A seed for a sequence of projects. */
export function newSeed(): number {
  return randomInt(1, SEEDS);
}
