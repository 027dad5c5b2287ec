import { Logger } from '@nestjs/common';
import { Pool } from 'pg';
import { reach } from './hosts/reach.js';

/**
 * Always the indexes, and the joins as they are written: a plan made while the tables were small must
 * not outlive that, and without statistics the planner would go through a town's whole roll. Whoever
 * waits for a lock is told within two seconds to come again.
 */
const SETTINGS = [
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'join_collapse_limit=1',
  'lock_timeout=1500',
  'statement_timeout=10000',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export interface HotPoolPlan {
  readonly databaseUrl: string;
  /** What the acts are, in PostgreSQL's list of connections and in the log. */
  readonly acts: string;
  readonly connections: number;
  /** Sends the statements of a transaction without waiting for each answer. */
  readonly pipeline?: boolean;
}

/** Connections of their own for the acts that arrive in bursts, so that nothing else holds them up. */
export function openHotPool({ databaseUrl, acts, connections, pipeline }: HotPoolPlan): Pool {
  const logger = new Logger(acts);
  const pool = new Pool({
    ...reach(databaseUrl),
    max: connections,
    connectionTimeoutMillis: 1_500,
    idleTimeoutMillis: 0,
    keepAlive: true,
    pipeline: pipeline ?? false,
    application_name: `qatysu-${acts}`,
    options: SETTINGS,
  });
  pool.on('error', (error) => logger.warn({ error: String(error) }, 'database'));
  return pool;
}
