import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Child } from '../load/child.js';
import { acknowledged, type Signers } from './signers.js';
import { freshAfterMs, transactionsOf, viewsPerSecond } from './views.js';

/** Until the database has told its counters. */
const COUNTERS_MS = 2_000;

/** What viewers and signers get of each other. */
export interface ViewsTurn {
  readonly viewsPerSecond: number;
  readonly signaturesMeanwhile: number;
  readonly freshAfterMs: number;
  readonly transactionsAThousandViews: number;
}

interface ViewedField {
  readonly portal: Child;
  readonly pool: Pool;
  readonly signers: Signers;
  readonly seconds: number;
}

/** Views while signatures arrive, how fresh they are, and what views alone cost the database. */
export async function measureViews({
  portal,
  pool,
  signers,
  seconds,
}: ViewedField): Promise<ViewsTurn> {
  const [viewed, signed] = await Promise.all([
    viewsPerSecond(portal, seconds),
    signers.sign(portal, seconds),
  ]);
  const fresh = await freshAfterMs(portal, pool);
  await wait(COUNTERS_MS);
  const before = await transactionsOf(pool);
  const alone = await viewsPerSecond(portal, seconds);
  await wait(COUNTERS_MS);
  const spent = (await transactionsOf(pool)) - before;
  return {
    viewsPerSecond: viewed,
    signaturesMeanwhile: acknowledged(signed) / signed.seconds,
    freshAfterMs: fresh,
    transactionsAThousandViews: (spent * 1000) / (alone * seconds),
  };
}
