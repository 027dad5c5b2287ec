import type { Wording } from '#platform/views/wording.js';

/** A change of a sum with its sign: `+38 500 ₸`, `−38 500 ₸`, `0 ₸`. */
export function signedMoney(tiyn: bigint, say: Wording): string {
  if (tiyn === 0n) return say.money(tiyn);
  return tiyn < 0n ? `−${say.money(-tiyn)}` : `+${say.money(tiyn)}`;
}
