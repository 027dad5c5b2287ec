/** The middle value: one slow turn of a shared machine does not move it. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Three decimals are more than these measurements bear. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
