import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { accountForServer } from '#platform/persistence/embedded/account.js';
import { giveTo } from '#platform/persistence/embedded/binaries.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { addFile, copyWithOwners } from '../support/base-copy.js';

const SEGMENT = /^[0-9A-F]{24}$/;
/** The sooner, the less is lost with the machine; towns take ten to sixty. */
const ARCHIVE_TIMEOUT_SECONDS = 1;

export interface Recovery {
  /** A base copy. */
  readonly base: string;
  readonly password: string;
  /** As PostgreSQL reads it; absent: to the end of the log. */
  readonly until?: string;
}

/** What a server wrote ahead, segment by segment, in a folder that outlives it. */
export class ArchivedLog {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(folder, accountForServer());
  }

  /** Settings of a server that archives here, as docs/operations/point-in-time.md shows them. */
  get settings(): string[] {
    const place = `${this.folder}/%f`;
    return [
      'archive_mode=on',
      `archive_command=test ! -f ${place} && cp %p ${place}.part && mv ${place}.part ${place}`,
      `archive_timeout=${ARCHIVE_TIMEOUT_SECONDS}`,
    ];
  }

  segments(): string[] {
    return readdirSync(this.folder)
      .filter((name) => SEGMENT.test(name))
      .sort();
  }

  lose(segment: string): void {
    rmSync(join(this.folder, segment));
  }

  /** Returns when every act until now has been archived. */
  async catchUp(client: Client): Promise<void> {
    const { rows } = await client.query<{ name: string }>(
      `select pg_walfile_name(pg_current_wal_lsn()) as name`,
    );
    while ((this.segments().at(-1) ?? '') < rows[0]!.name) await wait(100);
  }

  /** Another server, of a base copy and of this log; returns when it takes writes. */
  async recover({ base, password, until }: Recovery): Promise<EmbeddedPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-recovered-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres.password'), password, { mode: 0o600 });
    const files = join(folder, 'postgres', 'cluster');
    copyWithOwners(base, files);
    addFile(files, 'recovery.signal', '');
    const server = await EmbeddedPostgres.start(folder, [
      `restore_command=cp ${this.folder}/%f %p`,
      ...(until ? [`recovery_target_time=${until}`, 'recovery_target_action=promote'] : []),
      'max_connections=120',
    ]);
    await untilWritable(server);
    return server;
  }
}

async function untilWritable(server: EmbeddedPostgres): Promise<void> {
  const client = new Client({ connectionString: server.urlOf('postgres') });
  await client.connect();
  const ask = `select pg_is_in_recovery() as behind`;
  while ((await client.query<{ behind: boolean }>(ask)).rows[0]!.behind) await wait(50);
  await client.end();
}
