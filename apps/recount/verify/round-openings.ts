import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import type { ArchivedResult } from '#rules/archive/archived-result.js';
import { parseOpeningLine, type ReadOpening } from '#rules/archive/opening-line.js';
import { isOpeningOf } from '#rules/ledger/opening.js';
import type { ArchiveFile } from './archive-file.js';
import { hold } from './not-held.js';

const PATH = ARCHIVE_PATHS.openings;

/**
 * The openings of a round that promised them, side by side with its leaves: each opens the commitment
 * of its entry, all together are the votes of the result. Those without an entry come last.
 */
export class RoundOpenings {
  private readonly lines: AsyncGenerator<string>;
  private readonly votes = new Map<number, number>();
  private next: ReadOpening | null = null;
  private line = 0;

  constructor(archive: ArchiveFile) {
    this.lines = archive.lines(PATH);
  }

  /** To be called with every ballot leaf of the round in their sequence. */
  async meet(leaf: number, commitment: string): Promise<void> {
    if (this.line === 0) await this.advance();
    const { next, line } = this;
    if (next?.leaf !== leaf || next.salt === null) return;
    const { ballot, salt } = next;
    hold(isOpeningOf(commitment, { leaf, ballot, salt }), 'opening.differs', {
      path: PATH,
      line,
      leaf,
    });
    await this.advance();
  }

  /** When all leaves have come. */
  async finish({ ballots, pots }: ArchivedResult): Promise<void> {
    if (this.line === 0) await this.advance();
    for (; this.next; await this.advance())
      hold(this.next.leaf === null, 'opening.without_leaf', { path: PATH, line: this.line });
    const opened = this.line - 1;
    hold(opened === ballots, 'opening.count', { path: PATH, stated: ballots, counted: opened });
    for (const { number, votes: stated } of pots.flatMap(({ projects }) => projects)) {
      const counted = this.votes.get(number) ?? 0;
      hold(stated === counted, 'opening.votes', { path: PATH, project: number, stated, counted });
    }
  }

  private async advance(): Promise<void> {
    const read = await this.lines.next();
    this.line += 1;
    this.next = null;
    if (read.done === true) return;
    this.next = parseOpeningLine(read.value);
    hold(this.next !== null, 'opening.unreadable', { path: PATH, line: this.line });
    for (const number of this.next.choices)
      this.votes.set(number, (this.votes.get(number) ?? 0) + 1);
  }
}
