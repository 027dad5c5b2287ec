import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { ResultRow } from './result.reader.js';
import { RoundCounter } from './round-counter.js';
import { trialInThread } from './threads/round-threads.js';
import type { Trial, TrialRule } from './trial-round.js';

const MOST_KEPT = 200;
const MOST_WAITING = 3;

/**
 * Counts closed rounds by other rules for whoever asks: one trial at a time, few in the queue, and
 * what was counted once is kept, so that no crowd of questions holds up a server.
 */
@Injectable()
export class TrialDesk {
  private readonly kept = new Map<string, Promise<Trial>>();
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly counter: RoundCounter) {}

  /**
   * @throws DomainError unavailable `result.trials_waiting`, where too many are asked for at once
   * @throws DomainError rule-violated `result.trial_too_long`
   */
  run(round: RoundRow, result: ResultRow, wish: TrialRule): Promise<Trial> {
    const key = `${result.tally}${JSON.stringify(wish)}`;
    const known = this.kept.get(key);
    if (known) return known;
    if (this.waiting >= MOST_WAITING)
      return Promise.reject(new DomainError('unavailable', 'result.trials_waiting'));
    const trial = this.inTurn(() => this.count(round, result, wish));
    this.keep(key, trial);
    return trial;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const turn = this.queue.then(work).finally(() => this.waiting--);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async count(round: RoundRow, { count }: ResultRow, wish: TrialRule): Promise<Trial> {
    const gathered = await this.counter.gather(round, 'by-territory');
    const trial = await trialInThread({ gathered, count, ...wish });
    if (!trial) throw new DomainError('rule-violated', 'result.trial_too_long');
    return trial;
  }

  /** A trial that failed for want of time would fail again: it is kept too. */
  private keep(key: string, trial: Promise<Trial>): void {
    this.kept.set(key, trial);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    trial.catch((error: unknown) => {
      if (!(error instanceof DomainError)) this.kept.delete(key);
    });
  }
}
