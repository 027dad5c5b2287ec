interface Entry<T> {
  readonly value: Promise<T>;
  readonly staleAt: number;
  made: T | null;
}

/**
 * What many ask for at once, made once and kept for a while; the oldest go when there are too many.
 * Whoever comes while it is being made waits for the same one; what failed is made anew.
 *
 * @example
 * const pages = new FreshMap<string>(300);
 * await pages.get('/kk', 2_000, render); // rendered
 * await pages.get('/kk', 2_000, render); // the same
 */
export class FreshMap<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(private readonly most: number) {}

  /** @param freshMs how long it may be given out, from now, if it has to be made */
  get(key: string, freshMs: number, make: () => Promise<T>): Promise<T> {
    return (this.fresh(key) ?? this.keep(key, freshMs, make())).value;
  }

  /** What is made already and still fresh. */
  findMade(key: string): T | null {
    return this.fresh(key)?.made ?? null;
  }

  private keep(key: string, freshMs: number, value: Promise<T>): Entry<T> {
    const entry: Entry<T> = { value, staleAt: performance.now() + freshMs, made: null };
    this.entries.delete(key);
    this.entries.set(key, entry);
    value.then(
      (made) => (entry.made = made),
      () => this.forget(key, entry),
    );
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
    return entry;
  }

  private forget(key: string, entry: Entry<T>): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  private fresh(key: string): Entry<T> | undefined {
    const known = this.entries.get(key);
    return known && performance.now() < known.staleAt ? known : undefined;
  }
}
