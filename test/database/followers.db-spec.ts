import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Pool } from 'pg';
import { isDatabaseAway } from '#platform/persistence/database-away.js';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { assertDurable } from '#platform/persistence/durability.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { reach } from '#platform/persistence/hosts/reach.js';
import { connect } from '#platform/persistence/connect.js';
import { FollowedDataSource } from '#platform/persistence/replica/followed-data-source.js';
import { readPublicly } from '#platform/persistence/replica/public-reading.js';
import { Replica } from '#platform/persistence/replica/replica.js';
import { startFollower } from '../support/following-server.js';

jest.setTimeout(120_000);

const DELAY_MS = 2_000;

describe('a second server', () => {
  let primary: EmbeddedPostgres;
  let follower: EmbeddedPostgres | undefined;
  let url: string;
  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    primary = await EmbeddedPostgres.startScratch(['shared_buffers=32MB']);
    url = await primary.createDatabase('town');
    const dataSource = await connect(url);
    await dataSource.query('create table acts (n integer)');
    await dataSource.destroy();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await follower?.remove();
    follower = undefined;
    await primary.remove();
  });

  it('that takes over is found without a restart', async () => {
    follower = await startFollower(primary);
    const pool = openPool(`${hostsOf(follower, primary)}/town`);
    await pool.query('insert into acts values (1)');
    await follows(pool);
    await primary.stop();
    const refused: unknown = await pool
      .query('insert into acts values (2)')
      .catch((error) => error);
    expect(isDatabaseAway(refused)).toBe(true);
    await promote(follower);
    await untilDone(() => pool.query('insert into acts values (3)'));
    const { rows } = await pool.query('select n from acts order by n');
    expect(rows).toEqual([{ n: 1 }, { n: 3 }]);
  });

  it('answers what is read publicly, as of a moment that it names, and nothing else', async () => {
    follower = await startFollower(primary, [`recovery_min_apply_delay=${DELAY_MS}`]);
    const dataSource = await openFollowed(30_000);
    await untilDone(() => publicCount(dataSource).then(({ asOf }) => expect(asOf).not.toBeNull()));
    await dataSource.query('insert into acts values (1)');
    expect(await countOf(dataSource)).toBe(1);
    const late = await publicCount(dataSource);
    expect(late.count).toBe(0);
    expect(late.asOf!.getTime()).toBeLessThan(Date.now());
    await dataSource.transaction((manager) =>
      readPublicly(async () => expect(await countOf(manager)).toBe(1)),
    );
    await untilDone(() => publicCount(dataSource).then(({ count }) => expect(count).toBe(1)));
  });

  it('that is further behind than the bound, or away, is not asked', async () => {
    follower = await startFollower(primary, ['recovery_min_apply_delay=1h']);
    const dataSource = await openFollowed(DELAY_MS);
    await dataSource.query('insert into acts values (1)');
    await wait(DELAY_MS + 500);
    expect(await publicCount(dataSource)).toEqual({ count: 1, asOf: null });
    process.kill(follower.pid!, 'SIGKILL');
    expect(await publicCount(dataSource)).toEqual({ count: 1, asOf: null });
  });

  it('that is synchronous must have an act before it is acknowledged', async () => {
    const dataSource = await connect(url);
    closing.push(() => dataSource.destroy());
    await dataSource.query(`alter system set synchronous_standby_names = 'follower'`);
    await dataSource.query(`alter system set synchronous_commit = 'local'`);
    await dataSource.query('select pg_reload_conf()');
    await untilDone(() =>
      expect(assertDurable(dataSource)).rejects.toThrow('synchronous_commit=local'),
    );
  });

  function openPool(hosts: string): Pool {
    const pool = new Pool({ ...reach(hosts), connectionTimeoutMillis: 1_500 });
    pool.on('error', () => undefined);
    closing.push(() => pool.end());
    return pool;
  }

  async function openFollowed(boundMs: number): Promise<FollowedDataSource> {
    const onError = (): void => undefined;
    const replica = new Replica({ url: follower!.urlOf('town'), connections: 2, boundMs, onError });
    const options = dataSourceOptions({ url, poolSize: 2, onPoolError: onError });
    const dataSource = await new FollowedDataSource(options, replica).initialize();
    closing.push(() => dataSource.destroy());
    return dataSource;
  }
});

interface Asked {
  query(statement: string): Promise<{ n: number }[]>;
}

async function countOf(asked: Asked): Promise<number> {
  const [row] = await asked.query('select count(*)::int as n from acts');
  return row!.n;
}

function publicCount(asked: Asked): Promise<{ count: number; asOf: Date | null }> {
  return readPublicly(async (reading) => ({ count: await countOf(asked), asOf: reading.asOf }));
}

/** The follower first: the list's sequence does not matter. */
function hostsOf(...servers: EmbeddedPostgres[]): string {
  const [first, ...others] = servers.map((server) => new URL(server.urlOf('')));
  return `postgresql://${first!.username}:${first!.password}@${[first!, ...others].map(({ host }) => host).join(',')}`;
}

async function promote(server: EmbeddedPostgres): Promise<void> {
  const dataSource = await connect(server.urlOf('postgres'));
  await dataSource.query('select pg_promote()');
  await dataSource.destroy();
}

/** The follower has everything that was written so far. */
function follows(pool: Pool): Promise<void> {
  return untilDone(async () => {
    const { rows } = await pool.query(
      'select 1 from pg_stat_replication where replay_lsn >= pg_current_wal_lsn()',
    );
    expect(rows).toHaveLength(1);
  });
}

async function untilDone(attempt: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(100);
    }
  }
}
