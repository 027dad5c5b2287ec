import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import type { GrowingTree } from '#rules/ledger/growing-tree.js';
import { hold } from './not-held.js';
import type { SignedCheckpoint } from './read-checkpoints.js';

/** Checkpoints that wait for the tree to reach their size; one of the archive's is held at a time. */
export class DueCheckpoints {
  /** How many were met. */
  met = 0;
  /** Those of somebody's own that speak of a log before or behind the archive. */
  readonly outside: string[] = [];
  /** The last one of the archive's that was met. */
  last: SignedCheckpoint | null = null;
  private next: SignedCheckpoint | null = null;
  private readonly own: SignedCheckpoint[];

  /**
   * @param published the archive's, by size
   * @param own those that somebody kept
   */
  constructor(
    private readonly published: AsyncIterator<SignedCheckpoint>,
    own: readonly SignedCheckpoint[],
  ) {
    this.own = own.toSorted((a, b) => a.size - b.size);
  }

  /** Compares the roots of all that are due at this size of the tree. */
  async meet(tree: GrowingTree, line: number): Promise<void> {
    this.next ??= await this.advance();
    while (this.next?.size === tree.size) {
      this.compare(this.next, tree, line);
      this.last = this.next;
      this.next = await this.advance();
    }
    while (this.own[0] && this.own[0].size <= tree.size) {
      const own = this.own.shift()!;
      if (own.size === tree.size) this.compare(own, tree, line);
      else this.outside.push(own.from);
    }
  }

  /** When all leaves have come: every checkpoint of the archive must have been met. */
  finish(begin: number): void {
    this.outside.push(...this.own.splice(0).map(({ from }) => from));
    if (!this.next) return;
    const { from, size } = this.next;
    hold(size >= begin, 'checkpoint.before', { from });
    hold(false, 'checkpoint.beyond', { from, size });
  }

  private compare({ from, root, origin }: SignedCheckpoint, tree: GrowingTree, line: number): void {
    const path = ARCHIVE_PATHS.leaves;
    hold(tree.root().equals(root), 'checkpoint.root', { from, path, line });
    hold(!this.last || this.last.origin === origin, 'checkpoint.other_log', { from });
    this.met += 1;
  }

  private async advance(): Promise<SignedCheckpoint | null> {
    const { value, done } = await this.published.next();
    return done === true ? null : value;
  }
}
