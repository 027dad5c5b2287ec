import { Injectable } from '@nestjs/common';
import { assertUnpublished } from '../store-repeated-tally.js';
import type { RoundRow } from '../../rounds/round-row.js';
import type { PreparedTally } from '../prepared-tally.js';
import { ResultReader } from '../result.reader.js';
import { RoundCounter } from '../round-counter.js';
import {
  quarantinePreview,
  type QuarantinePreview,
  type WeighedBatch,
} from './quarantine-preview.js';
import { QuarantineReader } from './quarantine.reader.js';

/** A round counted as a motion would have it. */
export interface WeighedMotion {
  /** The count that it would take the place of. */
  readonly former: string;
  readonly prepared: PreparedTally;
  readonly preview: QuarantinePreview;
}

/** Counts a round with a batch set aside or brought back, before anything of it is decided. */
@Injectable()
export class QuarantineWeights {
  constructor(
    private readonly results: ResultReader,
    private readonly counter: RoundCounter,
    private readonly quarantines: QuarantineReader,
  ) {}

  /** @throws DomainError rule-violated `result.not_counted`; conflict `result.published_already` */
  async weigh(round: RoundRow, batch: WeighedBatch): Promise<WeighedMotion> {
    assertUnpublished(round);
    const { tally: former, count } = await this.results.get(round.id);
    const after = marksAfter(await this.quarantines.listMarks(round.id), batch);
    const prepared = await this.counter.prepare(round, count.draw, after);
    const totals = await this.counter.totalsOf(round, new Set(batch.marks));
    return { former, prepared, preview: quarantinePreview(count, prepared.count, totals) };
  }
}

function marksAfter(
  standing: readonly string[],
  { aim, marks }: WeighedBatch,
): ReadonlySet<string> {
  const taken = new Set(marks);
  if (aim === 'set-aside') return new Set([...standing, ...taken]);
  return new Set(standing.filter((mark) => !taken.has(mark)));
}
