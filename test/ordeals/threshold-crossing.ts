import { setTimeout as wait } from 'node:timers/promises';
import { type Ordeal, type Plan, timesOf, type Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import type { PortalProcess } from './portal-process.js';
import { shownSignatures } from './public-state.js';
import { Signers } from './signers.js';

const ROUNDS = { short: 5, long: 100 };
const REQUIRED = 100;
/** All at once: the crossing is somewhere in the middle of them. */
const PEOPLE = 200;

const LONGEST_DELIVERY_MS = 60_000;

/** What follows a crossing: the event itself, and the notice to the addressee. */
const FOLLOWING = ['petition.threshold_reached', 'petition.awaits_answer'] as const;

export const thresholdCrossing: Ordeal = {
  name: 'threshold-crossing',
  what: 'two hundred sign at once, and a hundred are enough; the control forgets that the threshold was crossed',
  run,
};

async function run(plan: Plan): Promise<Trial> {
  const town = await OrdealTown.open();
  try {
    const portals = [await town.startPortal()];
    // A second one takes longer to start than the short form takes.
    if (!plan.short) portals.push(await town.startPortal());
    if (plan.control) await forgetCrossings(town);
    const rounds = timesOf(plan, ROUNDS);
    const faults: string[] = [];
    for (let done = 0; done < rounds; done += 1) faults.push(...(await cross(town, portals)));
    return { faults, figures: { rounds, signed: rounds * PEOPLE } };
  } finally {
    await town.close();
  }
}

async function cross(town: OrdealTown, portals: readonly PortalProcess[]): Promise<string[]> {
  const petitionId = await town.addPetition(REQUIRED);
  let knocks = 0;
  const address = (): string => portals[(knocks += 1) % portals.length]!.address;
  const signers = new Signers({ petitionId, address, people: PEOPLE });
  await signers.signOnce();
  const followed = await followedBy(town, petitionId);
  const lost = await signers.unknownReceipts(portals[0]!.address);
  return [
    ...signers.faultsOf(await shownSignatures(petitionId, portals[0]!.address)),
    ...(lost > 0 ? [`${lost} acknowledged signature(s) are not known any more`] : []),
    ...FOLLOWING.filter((topic) => followed.get(topic) !== 1).map(
      (topic) => `${followed.get(topic) ?? 0} times ${topic}`,
    ),
  ];
}

/** How often each topic was written for a petition, when nothing of it waits to be delivered. */
async function followedBy(town: OrdealTown, petitionId: string): Promise<Map<string, number>> {
  const until = Date.now() + LONGEST_DELIVERY_MS;
  for (;;) {
    const rows = await town.dataSource.query<{ topic: string; times: number; waiting: number }[]>(
      `select topic, count(*)::int as times,
              (count(*) filter (where delivered_at is null and dead_at is null))::int as waiting
       from outbox_messages where payload ->> 'petition' = $1 group by topic`,
      [petitionId],
    );
    const settled = rows.length > 0 && rows.every(({ waiting }) => waiting === 0);
    if (settled || Date.now() > until) return new Map(rows.map((row) => [row.topic, row.times]));
    await wait(100);
  }
}

/** After each signature the petition looks as if it had never been enough. */
async function forgetCrossings(town: OrdealTown): Promise<void> {
  await town.dataSource.query(`
    create function forget_crossing() returns trigger language plpgsql as $$
      begin
        update petition_tallies set reached_at = null where petition_id = new.petition_id;
        return null;
      end $$`);
  await town.dataSource.query(`
    create trigger forget_crossing after update on petition_tallies for each row
    when (new.reached_at is not null) execute function forget_crossing()`);
}
