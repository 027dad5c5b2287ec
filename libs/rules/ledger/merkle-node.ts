/**
 * A complete subtree: `level` 0 is a leaf, level 8 covers 256 leaves; `index` counts the subtrees of
 * that level from the left. Complete subtrees never change again, so they are what is stored.
 */
export interface MerkleNode {
  readonly level: number;
  readonly index: number;
}

/** Leaves `from` … `until − 1`. */
export interface LeafRange {
  readonly from: number;
  readonly until: number;
}

/**
 * The complete subtrees that a range consists of, from left to right: at most two for each level.
 *
 * @param range begins where a subtree of its size may begin, as every range of the tree does
 * @example completeSubtrees({ from: 0, until: 7 })
 * // → [{ level: 2, index: 0 }, { level: 1, index: 2 }, { level: 0, index: 6 }]
 */
export function completeSubtrees({ from, until }: LeafRange): readonly MerkleNode[] {
  const nodes: MerkleNode[] = [];
  for (let begin = from; begin < until;) {
    const level = Math.floor(Math.log2(until - begin));
    nodes.push({ level, index: begin / 2 ** level });
    begin += 2 ** level;
  }
  return nodes;
}

/** `leavesUnder({ level: 1, index: 2 }) // → { from: 4, until: 6 }` */
export function leavesUnder({ level, index }: MerkleNode): LeafRange {
  return { from: index * 2 ** level, until: (index + 1) * 2 ** level };
}

/**
 * Where a range splits into its left and right subtree: the largest power of two smaller than its
 * length.
 *
 * @example splitOf({ from: 0, until: 7 }) // → 4
 */
export function splitOf({ from, until }: LeafRange): number {
  return from + 2 ** Math.floor(Math.log2(until - from - 1));
}
