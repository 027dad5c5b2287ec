/**
 * Different runs of numbers, each kept once and numbered as they come: a set of lists without
 * an object for each.
 *
 * @example runs.push(3); runs.push(1); runs.close(); // → 0
 *   runs.push(3); runs.push(1); runs.close(); // → 0 again
 */
export class NumberRuns {
  private cells = new Float64Array(1024);
  /** The open run is from `start` to `end`. */
  private start = 0;
  private end = 0;
  /** Where each closed run starts; the next one's start is its end. */
  private starts = new Uint32Array(256);
  private count = 0;
  /** Numbers of runs + 1 by hash, 0 for none; at most half full. */
  private table = new Int32Array(512);

  push(value: number): void {
    if (this.end === this.cells.length) this.cells = grown(this.cells);
    this.cells[this.end++] = value;
  }

  /**
   * Sorts `size` numbers of the open run from `from` on; where as many follow that belong to
   * them, one to each, these go along.
   */
  sortPairs(from: number, size: number, inPairs: boolean): void {
    const { cells } = this;
    const first = this.start + from;
    for (let next = first + 1; next < first + size; next++) {
      const value = cells[next]!;
      if (cells[next - 1]! <= value) continue;
      const companion = inPairs ? cells[next + size]! : 0;
      let at = next;
      for (; at > first && cells[at - 1]! > value; at--) {
        cells[at] = cells[at - 1]!;
        if (inPairs) cells[at + size] = cells[at + size - 1]!;
      }
      cells[at] = value;
      if (inPairs) cells[at + size] = companion;
    }
  }

  /** The number of the open run, new or met before; a new run is opened. */
  close(): number {
    const slot = this.slotOf(this.start, this.end);
    const known = this.table[slot]! - 1;
    if (known !== -1) {
      this.end = this.start;
      return known;
    }
    return this.keep(slot);
  }

  at(run: number, place: number): number {
    return this.cells[this.starts[run]! + place]!;
  }

  /** So many numbers of a run from a place on; none beyond its end. */
  part(run: number, place: number, size: number): number[] {
    const first = this.starts[run]! + place;
    const numbers: number[] = [];
    for (let at = first; at < Math.min(first + size, this.starts[run + 1]!); at++) {
      numbers.push(this.cells[at]!);
    }
    return numbers;
  }

  private keep(slot: number): number {
    const run = this.count++;
    this.table[slot] = run + 1;
    this.start = this.end;
    if (this.count === this.starts.length) this.starts = grown(this.starts);
    this.starts[this.count] = this.end;
    if (this.count * 2 > this.table.length) this.growTable();
    return run;
  }

  /** Where a stretch of numbers stands in the table, or would. */
  private slotOf(from: number, until: number): number {
    const { cells, table } = this;
    const mask = table.length - 1;
    let hash = 0;
    for (let at = from; at < until; at++) {
      hash = Math.imul(hash ^ cells[at]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    while (table[slot] !== 0 && !this.isRun(table[slot]! - 1, from, until))
      slot = (slot + 1) & mask;
    return slot;
  }

  private isRun(run: number, from: number, until: number): boolean {
    const { cells } = this;
    const start = this.starts[run]!;
    if (this.starts[run + 1]! - start !== until - from) return false;
    for (let at = from; at < until; at++) {
      if (cells[at] !== cells[start + at - from]) return false;
    }
    return true;
  }

  private growTable(): void {
    this.table = new Int32Array(this.table.length * 2);
    for (let run = 0; run < this.count; run++) {
      this.table[this.slotOf(this.starts[run]!, this.starts[run + 1]!)] = run + 1;
    }
  }
}

function grown<T extends Float64Array | Uint32Array>(cells: T): T {
  const larger = new (cells.constructor as new (size: number) => T)(cells.length * 2);
  larger.set(cells);
  return larger;
}
