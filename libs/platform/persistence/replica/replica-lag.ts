/** Where the primary's log stood, and when. */
export interface Position {
  /** Bytes of log written since the cluster was made. */
  readonly bytes: bigint;
  /** By the primary's clock. */
  readonly at: Date;
  /** When this process heard of it, in milliseconds of its own steady clock. */
  readonly heardAt: number;
}

/**
 * How far a replica has come, told by positions in the primary's log and its clock alone: a replica
 * whose line is cut, or where nothing happens, or whose clock is wrong deceives nobody.
 */
export class ReplicaLag {
  private ahead: Position[] = [];
  private reached: Position | null = null;

  /** @param boundMs a replica further behind is not asked */
  constructor(private readonly boundMs: number) {}

  primaryStoodAt(position: Position): void {
    // A new leader may have begun before what the old one told: nothing of that is known to be there.
    if ((this.ahead.at(-1)?.bytes ?? 0n) > position.bytes) this.forget();
    this.ahead = this.ahead.filter(({ heardAt }) => position.heardAt - heardAt <= this.boundMs);
    this.ahead.push(position);
  }

  /** @param bytes null where the server follows nobody */
  replicaReached(bytes: bigint | null): void {
    if (bytes === null) return this.forget();
    while (this.ahead[0] && this.ahead[0].bytes <= bytes) this.reached = this.ahead.shift()!;
  }

  forget(): void {
    this.ahead = [];
    this.reached = null;
  }

  /** The instant whose acts the replica certainly has; null where it is behind the bound or away. */
  asOf(now: number): Date | null {
    const { reached } = this;
    return reached && now - reached.heardAt <= this.boundMs ? reached.at : null;
  }
}
