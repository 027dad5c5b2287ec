/** Wall-clock milliseconds of one call. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return round(performance.now() - from);
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}
