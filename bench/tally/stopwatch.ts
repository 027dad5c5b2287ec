/** Processor milliseconds of one call, as pabutools' were recorded; a busy machine adds little. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** The least of several calls: neither the compiler nor a busy machine is to be measured. */
export async function leastMilliseconds(calls: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let call = 0; call < calls; call++) least = Math.min(least, await milliseconds(work));
  return least;
}

/** Processor seconds of work that does not wait. */
export function secondsOf(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000_000;
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}
