import type { Hash } from '#rules/ledger/merkle-hash.js';
import { completeSubtrees } from '#rules/ledger/merkle-node.js';
import { append, type HashOf, rootOf } from '#rules/ledger/merkle-tree.js';
import { tileKey } from '#rules/ledger/tile.js';

/** Leaves that are joined at once. */
const BATCH = 1_024;

/** A tree that is built up leaf by leaf and keeps only its edge. */
export class GrownTree {
  private joined = 0;
  private waiting: Hash[] = [];
  private edge = new Map<string, Hash>();

  get size(): number {
    return this.joined + this.waiting.length;
  }

  root(): Hash {
    this.join();
    return rootOf(this.joined, this.hashOf);
  }

  add(leaf: Hash): void {
    this.waiting.push(leaf);
    if (this.waiting.length === BATCH) this.join();
  }

  private readonly hashOf: HashOf = (node) => this.edge.get(tileKey(node))!;

  private join(): void {
    const known = new Map(this.edge);
    for (const node of append(this.joined, this.waiting, this.hashOf))
      known.set(tileKey(node), node.hash);
    this.joined += this.waiting.length;
    this.waiting = [];
    const edge = completeSubtrees({ from: 0, until: this.joined });
    this.edge = new Map(edge.map((node) => [tileKey(node), known.get(tileKey(node))!]));
  }
}
