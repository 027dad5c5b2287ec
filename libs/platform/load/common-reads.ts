import { Injectable } from '@nestjs/common';
import { readPublicly } from '../persistence/replica/public-reading.js';
import { FreshMap } from './fresh-map.js';

/** What was read, and as of when it holds; null where it came from the primary. */
export interface CommonRead<T> {
  readonly value: T;
  readonly asOf: Date | null;
}

const MOST_READS = 100;
const FRESH_MS = 1_000;

/**
 * What everybody sees the same, asked of the database once a second for a whole crowd: a round that
 * opens is asked for by everybody who has signed in, too, and by each sequence of its projects.
 */
@Injectable()
export class CommonReads {
  private readonly reads = new FreshMap<CommonRead<unknown>>(MOST_READS);

  /** @param what names the question and all that its answer depends on */
  get<T>(what: string, read: () => Promise<T>): Promise<CommonRead<T>> {
    const dated = (): Promise<CommonRead<T>> =>
      readPublicly(async (reading) => ({ value: await read(), asOf: reading.asOf }));
    return this.reads.get(what, FRESH_MS, dated) as Promise<CommonRead<T>>;
  }
}
