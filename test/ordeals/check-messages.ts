import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { PostOffice } from '../support/post-office.js';
import type { Subscribers } from './subscribers.js';

const ALL_SETTLED_WITHIN_MS = 180_000;
const OUTBOX_WITHIN_MS = 20_000;

interface Row {
  readonly id: string;
  readonly sent: boolean;
  readonly dead: boolean;
}

/** The outbox goes on while nobody outside answers. */
export async function faultsOfOutbox(dataSource: DataSource): Promise<string[]> {
  const until = Date.now() + OUTBOX_WITHIN_MS;
  const [waiting] = await untilNone(dataSource, { statement: WAITING_IN_OUTBOX, until });
  return waiting === 0 ? [] : [`${waiting} message(s) of the outbox waited for somebody outside`];
}

/** Transactions that are open while somebody outside is talked to. */
export async function faultsOfHeldTransactions(dataSource: DataSource): Promise<string[]> {
  const [row] = (await dataSource.query(HELD)) as { count: number }[];
  return row!.count === 0 ? [] : ['a transaction was held open while somebody outside was silent'];
}

/** Waits until everything has left or died, with the waits between attempts cut short. */
export async function settle(dataSource: DataSource): Promise<string[]> {
  const until = Date.now() + ALL_SETTLED_WITHIN_MS;
  const hurry = (): Promise<unknown> => dataSource.query(HURRY);
  const [open] = await untilNone(dataSource, { statement: OPEN, until, meanwhile: hurry });
  return open === 0 ? [] : [`${open} message(s) neither left nor died`];
}

/** Every notice arrived once by its id, and what nobody takes is dead and nothing else. */
export async function faultsOfMail(
  dataSource: DataSource,
  office: PostOffice,
  { people, told }: { readonly people: Subscribers; readonly told: number },
): Promise<string[]> {
  const rows: Row[] = await dataSource.query(ROWS);
  const arrived = new Set([...office.mail.letters, ...office.sms.texts].map(({ id }) => id));
  const expectedDead = told * people.refusing.length;
  const expected = told * people.count * 2 - expectedDead;
  const dead = rows.filter((row) => row.dead).length;
  const claimed = rows.filter((row) => row.sent && !arrived.has(row.id)).length;
  return [
    ...(arrived.size === expected ? [] : [`${arrived.size} of ${expected} notices arrived`]),
    ...(dead === expectedDead ? [] : [`${dead} dead letters instead of ${expectedDead}`]),
    ...(claimed === 0 ? [] : [`${claimed} notices are marked as sent and never came`]),
  ];
}

interface Waiting {
  readonly statement: string;
  readonly until: number;
  readonly meanwhile?: () => Promise<unknown>;
}

async function untilNone(
  dataSource: DataSource,
  { statement, until, meanwhile }: Waiting,
): Promise<[number]> {
  for (;;) {
    const [row] = (await dataSource.query(statement)) as { count: number }[];
    if (row!.count === 0 || Date.now() > until) return [row!.count];
    await meanwhile?.();
    await wait(500);
  }
}

const WAITING_IN_OUTBOX = `
  select count(*)::int as count from outbox_messages where delivered_at is null and dead_at is null`;

const STILL_OPEN = `sent_at is null and dropped_at is null and dead_at is null`;

const OPEN = `select count(*)::int as count from outgoing_messages where ${STILL_OPEN}`;

const HURRY = `
  update outgoing_messages set next_attempt_at = clock_timestamp()
  where ${STILL_OPEN} and lease is null and next_attempt_at > clock_timestamp()`;

const HELD = `
  select count(*)::int as count from pg_stat_activity
  where datname = current_database() and state like 'idle in transaction%'
    and xact_start < clock_timestamp() - interval '3 seconds'`;

const ROWS = `
  select id, sent_at is not null as sent, dead_at is not null as dead from outgoing_messages`;
