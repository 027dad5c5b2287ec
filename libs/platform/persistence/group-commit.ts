import { isDatabaseAway } from './database-away.js';
import { isLostRace, repeatLostRaces } from './lost-race.js';

/** Runs many waiting acts in one statement and answers each of them, in the given order. */
export type BatchStatement<Act, Answer> = (acts: readonly Act[]) => Promise<readonly Answer[]>;

export interface GroupCommitLimits {
  /** Acts in one statement at most. */
  readonly batch: number;
  /** Statements under way at the same time. */
  readonly inFlight: number;
  /** Acts waiting at most; beyond it callers are told to come back. */
  readonly waiting: number;
}

interface Waiting<Act, Answer> {
  readonly act: Act;
  readonly answer: (value: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** More acts are waiting than can be written in bounded time. */
export class TooManyWaiting extends Error {}

/**
 * Acts that arrive while a statement is under way share the next one: no timer, no artificial
 * wait. Each caller is answered only after the commit of its own act. A batch that failed for a bad
 * row is repeated one by one, so that it never refuses its neighbours; one that lost a race is
 * repeated a few times as it is. Where the database is away nothing is repeated, and those who wait are
 * told so at once: one after another they would each wait for a connection that does not come.
 */
export class GroupCommit<Act, Answer> {
  private readonly waiting: Waiting<Act, Answer>[] = [];
  private inFlight = 0;

  constructor(
    private readonly statement: BatchStatement<Act, Answer>,
    private readonly limits: GroupCommitLimits,
  ) {}

  /** @throws TooManyWaiting, or what the statement threw for this act alone */
  submit(act: Act): Promise<Answer> {
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(new TooManyWaiting());
    return new Promise((answer, fail) => {
      this.waiting.push({ act, answer, fail });
      this.startBatches();
    });
  }

  private startBatches(): void {
    while (this.inFlight < this.limits.inFlight && this.waiting.length > 0) {
      this.inFlight += 1;
      void this.write(this.waiting.splice(0, this.limits.batch));
    }
  }

  private async write(batch: readonly Waiting<Act, Answer>[]): Promise<void> {
    try {
      const answers = await this.run(batch.map((entry) => entry.act));
      batch.forEach((entry, index) => entry.answer(answers[index]!));
    } catch (error) {
      if (isLostRace(error)) failAll(batch, error);
      else if (isDatabaseAway(error)) failAll([...batch, ...this.waiting.splice(0)], error);
      else if (batch.length === 1) batch[0]!.fail(error);
      else await this.writeOneByOne(batch);
    } finally {
      this.inFlight -= 1;
      this.startBatches();
    }
  }

  private async writeOneByOne(batch: readonly Waiting<Act, Answer>[]): Promise<void> {
    for (const entry of batch) {
      try {
        const [answer] = await this.run([entry.act]);
        entry.answer(answer!);
      } catch (error) {
        entry.fail(error);
      }
    }
  }

  private run(acts: readonly Act[]): Promise<readonly Answer[]> {
    return repeatLostRaces(() => this.statement(acts));
  }
}

function failAll(entries: readonly { fail(error: unknown): void }[], error: unknown): void {
  for (const entry of entries) entry.fail(error);
}
