import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { load } from '#test/support/http-load.js';
import type { Child } from '../load/child.js';
import { countsOf, PETITION_NUMBER } from './bench-petition.js';

const PATH = `/en/petitions/${PETITION_NUMBER}`;
const VIEWERS = 16;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 15_000;

/** Views of the petition's page a second by people who are not signed in. */
export async function viewsPerSecond(portal: Child, seconds: number): Promise<number> {
  const request = `GET ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n`;
  const { byStatus, seconds: took } = await load({
    port: portal.port,
    connections: VIEWERS,
    forMs: seconds * 1000,
    next: () => request,
  });
  const others = Object.keys(byStatus).filter((status) => status !== '200');
  if (others.length > 0) throw new Error(`The petition's page answered ${others.join(', ')}`);
  return (byStatus['200'] ?? 0) / took;
}

/** Milliseconds until the page shows the count that stands in the database now. */
export async function freshAfterMs(portal: Child, pool: Pool): Promise<number> {
  const { shown } = await countsOf(pool);
  const begun = performance.now();
  while (performance.now() - begun < PATIENCE_MS) {
    const page = await (await fetch(`http://127.0.0.1:${portal.port}${PATH}`)).text();
    if (withoutSeparators(page).includes(`>${shown}<`)) return performance.now() - begun;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`The page never showed ${shown} signatures`);
}

function withoutSeparators(text: string): string {
  return text.replaceAll(/(?<=\d)[,\s](?=\d)/g, '');
}

/** Transactions of the whole database so far: what views cost it. */
export async function transactionsOf(pool: Pool): Promise<number> {
  await pool.query('select pg_stat_clear_snapshot()');
  const { rows } = await pool.query<{ done: string }>(
    `select xact_commit as done from pg_stat_database where datname = current_database()`,
  );
  return Number(rows[0]!.done);
}
