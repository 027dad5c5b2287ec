import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Actor } from '../../registry/officers/actor.js';
import { RoundReader } from '../rounds/round.reader.js';
import type { RoundRow } from '../rounds/round-row.js';
import { actingOnCounts } from './result.policy.js';
import { ResultReader } from './result.reader.js';
import { assertUnpublished } from './store-repeated-tally.js';
import type { StoredCount } from './stored-count.js';

/** A round whose lots an officer is about to draw. */
export interface TiedRound {
  readonly round: RoundRow;
  readonly actor: Actor;
  /** The count that the draw takes the place of. */
  readonly former: string;
}

/** Rounds whose standing count leaves a tie open. */
@Injectable()
export class TiedRounds {
  constructor(
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
  ) {}

  /** @throws DomainError rule-violated `result.no_tie`; conflict `result.published_already` */
  async getFor(officer: SignedIn, roundId: string): Promise<TiedRound> {
    const round = await this.rounds.getPublic(roundId);
    const actor = actingOnCounts(officer, round.territoryPath);
    assertUnpublished(round);
    const { tally: former, count } = await this.results.get(roundId);
    assertTied(count);
    return { round, actor, former };
  }
}

/** @throws DomainError rule-violated `result.no_tie` */
export function assertTied({ pots }: Pick<StoredCount, 'pots'>): void {
  if (pots.every(({ tie }) => tie === null))
    throw new DomainError('rule-violated', 'result.no_tie');
}
