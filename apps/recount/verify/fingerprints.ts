const BYTES = 8;
const FIRST_ROOM = 1_024;

/**
 * Notices whether a digest comes twice, with eight bytes for each: two that differ are alike in
 * them once in four hundred million archives of 200,000 ballots, and then a false alarm is all.
 */
export class Fingerprints {
  private kept = new BigUint64Array(FIRST_ROOM);
  private count = 0;

  add(digest: string): void {
    if (this.count === this.kept.length) {
      const larger = new BigUint64Array(this.kept.length * 2);
      larger.set(this.kept);
      this.kept = larger;
    }
    this.kept[this.count] = BigInt(`0x${digest.slice(0, 2 * BYTES)}`);
    this.count += 1;
  }

  /** How a digest begins that came twice; null where none did. */
  findRepeated(): string | null {
    const sorted = this.kept.subarray(0, this.count).toSorted();
    const place = sorted.findIndex((value, at) => at > 0 && value === sorted[at - 1]);
    return place === -1 ? null : sorted[place]!.toString(16).padStart(2 * BYTES, '0');
  }
}
