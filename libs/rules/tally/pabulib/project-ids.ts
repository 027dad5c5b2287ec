/**
 * Finds the position of a project by an id that stands somewhere in a text, without cutting it
 * out: the ids of a city stand millions of times in its ballots.
 *
 * @example new ProjectIds(new Map([['7', 0], ['9', 1]])).find('a;9,7', 2, 3) // → 1
 */
export class ProjectIds {
  private readonly ids: readonly string[];
  /** Positions + 1 by hash, 0 for none; at most a quarter full. */
  private readonly table: Int32Array;

  constructor(positions: ReadonlyMap<string, number>) {
    const ids = new Array<string>();
    this.table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(positions.size + 1)));
    for (const [id, position] of positions) {
      ids[position] = id;
      this.table[this.freeSlot(id)] = position + 1;
    }
    this.ids = ids;
  }

  /** −1 where no id stands in the text from `from` up to `until`. */
  find(text: string, from: number, until: number): number {
    const { table } = this;
    for (let slot = this.hash(text, from, until); ; slot = (slot + 1) & (table.length - 1)) {
      const position = table[slot]! - 1;
      if (position === -1 || isAt(this.ids[position]!, text, from, until)) return position;
    }
  }

  private freeSlot(id: string): number {
    let slot = this.hash(id, 0, id.length);
    while (this.table[slot] !== 0) slot = (slot + 1) & (this.table.length - 1);
    return slot;
  }

  private hash(text: string, from: number, until: number): number {
    let hash = until - from;
    for (let at = from; at < until; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
    return (hash ^ (hash >>> 11)) & (this.table.length - 1);
  }
}

function isAt(id: string, text: string, from: number, until: number): boolean {
  if (id.length !== until - from) return false;
  for (let at = 0; at < id.length; at++) {
    if (id.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  }
  return true;
}
