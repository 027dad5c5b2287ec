import { burst, type Scene } from './burst.js';
import type { Ordeal } from './ordeal.js';

const BLOWS = { short: 3, long: 40 };

/** Double clicks, impatient proxies: nothing is broken, everything comes three times. */
export const repeatedRequests: Ordeal = {
  name: 'repeated-requests',
  what: 'each request three times at once with one key; the control has no unique ballot of a person',
  run: ({ short, control }) =>
    burst({
      copies: 3,
      blows: short ? BLOWS.short : BLOWS.long,
      blow: () => Promise.resolve(),
      ...(control && { before: takeUniquenessAway }),
    }),
};

async function takeUniquenessAway({ town }: Scene): Promise<void> {
  await town.dataSource.query(`alter table ballots drop constraint pk_ballots`);
}
