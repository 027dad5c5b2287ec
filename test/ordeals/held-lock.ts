import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { burst, type Scene } from './burst.js';
import type { Ordeal, Trial } from './ordeal.js';

const BLOWS = { short: 1, long: 10 };
const HELD_MS = 5_000;

export const heldLock: Ordeal = {
  name: 'held-lock',
  what: 'somebody holds a lock on all ballots: people are told to come again and none is lost; the control holds it so quietly that nobody is told',
  run: async ({ short, control }) => {
    const blow = control ? () => wait(HELD_MS) : holdLock;
    return withAnswers(await burst({ blows: short ? BLOWS.short : BLOWS.long, blow }));
  },
};

async function holdLock({ town }: Scene): Promise<void> {
  const client = new Client({ connectionString: town.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table ballots in access exclusive mode');
    await wait(HELD_MS);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Nobody was left without an answer: everybody who met the lock was told to come again. */
function withAnswers({ faults, figures }: Trial): Trial {
  const silent = figures['toldToComeAgain'] === 0 ? ['nobody was told to come again'] : [];
  return { faults: [...faults, ...silent], figures };
}
