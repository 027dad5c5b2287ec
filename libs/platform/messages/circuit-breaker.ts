/** How a try was let through: among others, or alone to see whether anybody is there again. */
export type Turn = 'usual' | 'trial';

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Keeps a process from knocking at a door behind which nobody is: after five failures in a row it is
 * left alone, and one message at a time finds out whether that has changed.
 *
 * @example breaker.take() // → 'usual', 'trial', or null: not now
 */
export class CircuitBreaker {
  private failures = 0;
  /** Zero while everything goes through. */
  private pauseMs = 0;
  private pausedUntil = 0;
  private isTrying = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get isClosed(): boolean {
    return this.pauseMs === 0;
  }

  take(): Turn | null {
    if (this.isClosed) return 'usual';
    if (this.isTrying || this.now() < this.pausedUntil) return null;
    this.isTrying = true;
    return 'trial';
  }

  /** There was nothing to try with. */
  giveBack(turn: Turn): void {
    if (turn === 'trial') this.isTrying = false;
  }

  succeeded(): void {
    this.failures = 0;
    this.pauseMs = 0;
    this.isTrying = false;
  }

  failed(turn: Turn): void {
    this.failures += 1;
    // Others that were under way when it opened say nothing new.
    if (turn === 'usual' && (!this.isClosed || this.failures < FAILURES_TO_OPEN)) return;
    this.pauseMs = this.isClosed ? FIRST_PAUSE_MS : Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    this.pausedUntil = this.now() + this.pauseMs;
    this.isTrying = false;
  }
}
