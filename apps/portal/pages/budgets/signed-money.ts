import type { Wording } from '#platform/views/wording.js';

/** A change of a sum with its sign: `+38 500 ₸`, `−38 500 ₸`. */
export function signedMoney(tiyn: bigint, say: Wording): string {
  return tiyn < 0n ? `−${say.money(-tiyn)}` : `+${say.money(tiyn)}`;
}
