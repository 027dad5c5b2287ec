import { emptyRoot, type Hash, nodeHash } from './merkle-hash.js';
import { completeSubtrees } from './merkle-node.js';

interface Subtree {
  readonly level: number;
  readonly hash: Hash;
}

/** Where a tree begins for somebody who has only its later leaves. */
export interface TreeStart {
  readonly size: number;
  /** Hashes of the complete subtrees of the leaves before, from left to right. */
  readonly edge: readonly Hash[];
}

/**
 * A tree that takes leaf after leaf and keeps its right edge alone: one hash for each binary digit of
 * its size, however many leaves there were.
 *
 * RFC 6962 section 2.1.
 *
 * @throws RangeError where the edge does not fit the size
 * @example
 * const tree = new GrowingTree();
 * tree.add(leafHash(entry));
 * tree.root();
 */
export class GrowingTree {
  private leaves: number;
  private readonly edge: Subtree[];

  constructor({ size, edge }: TreeStart = { size: 0, edge: [] }) {
    const nodes = completeSubtrees({ from: 0, until: size });
    if (nodes.length !== edge.length)
      throw new RangeError(`A tree of ${size} has an edge of ${nodes.length} subtrees`);
    this.leaves = size;
    this.edge = nodes.map(({ level }, place) => ({ level, hash: edge[place]! }));
  }

  get size(): number {
    return this.leaves;
  }

  add(leaf: Hash): void {
    let grown: Subtree = { level: 0, hash: leaf };
    while (this.edge.at(-1)?.level === grown.level)
      grown = { level: grown.level + 1, hash: nodeHash(this.edge.pop()!.hash, grown.hash) };
    this.edge.push(grown);
    this.leaves += 1;
  }

  /** Hashes of the complete subtrees from left to right: what a later tree may begin with. */
  edgeHashes(): readonly Hash[] {
    return this.edge.map(({ hash }) => hash);
  }

  root(): Hash {
    if (this.leaves === 0) return emptyRoot();
    return this.edgeHashes().reduceRight((right, left) => nodeHash(left, right));
  }
}
