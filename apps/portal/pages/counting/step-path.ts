export const STEPS_A_PAGE = 20;

/** Where one step of a pot's count stands: `stepPath(id, { pot, turn: 21 })` is on page 2. */
export function stepPath(
  roundId: string,
  { pot, turn }: { readonly pot: string; readonly turn: number },
): string {
  const page = Math.ceil(turn / STEPS_A_PAGE);
  return `/rounds/${roundId}/results/steps?pot=${pot}&page=${page}#step-${turn}`;
}
