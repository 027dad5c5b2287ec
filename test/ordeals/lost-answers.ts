import { burst, type Scene } from './burst.js';
import type { Ordeal } from './ordeal.js';

const BLOWS = { short: 3, long: 40 };
/** Of so many answers one is lost on its way to the person, who then tries again with the same key. */
const ONE_OF = 3;

/** A tunnel, an old phone: what was asked for took effect, and nobody heard of it. */
export const lostAnswers: Ordeal = {
  name: 'lost-answers',
  what: 'a third of the answers never arrive and the act is sent again; the control forgets the keys of acts',
  run: ({ short, control }) => {
    let answers = 0;
    return burst({
      losesAnswer: () => (answers += 1) % ONE_OF === 0,
      blows: short ? BLOWS.short : BLOWS.long,
      blow: () => Promise.resolve(),
      ...(control && { before: forgetKeys }),
    });
  },
};

/** What was sent again is then taken for a second act. */
async function forgetKeys({ town }: Scene): Promise<void> {
  await town.dataSource.query(`
    create function forget_key() returns trigger language plpgsql as $$
      begin new.idempotency_key := null; return new; end $$`);
  for (const table of ['ballots', 'signatures'])
    await town.dataSource.query(
      `create trigger forget_key before insert or update on ${table}
       for each row execute function forget_key()`,
    );
}
