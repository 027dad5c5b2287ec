import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { BackupFile } from '#platform/backup/backup-file.js';
import { restoreBackup } from '#platform/backup/restore-backup.js';
import { storedTables } from '#platform/backup/stored-tables.js';
import { writeBackup } from '#platform/backup/write-backup.js';
import { FolderFileStore } from '#platform/files/folder-file-store.js';
import {
  aCountedTown,
  addBallots,
  aPerson,
  aRoundToCount,
} from '../support/builders/counted-town.js';
import { openBareDatabase, openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What COPY has to write apart: tabs, line ends, backslashes, the mark of nothing. */
const ODD_TEXT = 'Ә\t«ұ»\n\\N \u20b8 \\. "';

describe('a backup', () => {
  let town: TestDatabase;
  let elsewhere: TestDatabase;
  let folder: string;
  let clerk: string;

  beforeEach(async () => {
    town = await openTestDatabase();
    elsewhere = await openBareDatabase();
    folder = await mkdtemp(join(tmpdir(), 'qatysu-backup-'));
    clerk = await live(town.dataSource);
  });
  afterEach(async () => {
    await town.close();
    await elsewhere.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings back every row of every table', async () => {
    await restore(await backUp());
    expect(await contentOf(elsewhere.url)).toEqual(await contentOf(town.url));
    const next = `insert into outbox_messages (topic, payload) values ('next', '{}') returning id`;
    expect(await elsewhere.dataSource.query(next)).toEqual(await town.dataSource.query(next));
  });

  it('leaves constraints and triggers as strict as they were', async () => {
    await restore(await backUp());
    expect(await guardsOf(elsewhere.dataSource)).toEqual(await guardsOf(town.dataSource));
    await expect(elsewhere.dataSource.query(`delete from audit_entries`)).rejects.toThrow(
      /never changed or deleted/,
    );
  });

  it('brings back uploaded files', async () => {
    await restore(await backUp());
    const file = await new FolderFileStore(join(folder, 'restored')).open('0197aa.webp');
    expect((await buffer(file!.stream)).toString()).toBe('a picture');
  });

  it('is of one moment although people go on working', async () => {
    let stop = false;
    const busy = (async () => {
      while (!stop) await actTwice(town.dataSource, clerk);
    })();
    const file = await backUp();
    stop = true;
    await busy;
    await restore(file);
    const [counts] = await elsewhere.dataSource.query(
      `select (select count(*) from outbox_messages where topic = 'pair') as messages,
              (select count(*) from audit_entries where act = 'pair') as entries`,
    );
    expect(counts.messages).toBe(counts.entries);
  });

  it.each([
    ['cut off', (file: string) => truncate(file, 1000)],
    ['not a backup', (file: string) => writeFile(file, 'not a backup')],
    ['changed by a byte', changeAByte],
  ])('is refused when %s, and nothing is touched', async (_name, damage) => {
    const file = await backUp();
    await damage(file);
    await expect(restore(file)).rejects.toThrow('The backup can not be used');
    expect(await tablesOf(elsewhere.dataSource)).toBe(0);
  });

  it('is refused where tables lie already', async () => {
    const file = await backUp();
    await elsewhere.dataSource.query('create table ours (n integer)');
    await expect(restore(file)).rejects.toThrow('the database has tables already (1)');
  });

  it('is refused when a newer version made it', async () => {
    await town.dataSource.query(
      `insert into migrations (timestamp, name) values (1, 'OfTomorrow9999999999999')`,
    );
    await expect(restore(await backUp())).rejects.toThrow(
      'OfTomorrow9999999999999: this version does not know the change',
    );
  });

  async function backUp(): Promise<string> {
    const files = join(folder, 'files', 'aa');
    await mkdir(files, { recursive: true });
    await writeFile(join(files, '0197aa.webp'), 'a picture');
    await writeFile(join(files, '0198aa.webp.part'), 'half a picture');
    const file = join(folder, 'town.backup.zip');
    await writeBackup({
      url: town.url,
      filesFolder: join(folder, 'files'),
      keys: [],
      into: createWriteStream(file),
    });
    return file;
  }

  async function restore(file: string): Promise<void> {
    const backup = await BackupFile.open(file);
    const files = new FolderFileStore(join(folder, 'restored'));
    try {
      await restoreBackup({ backup, url: elsewhere.url, files });
    } finally {
      backup.close();
    }
  }
});

/** A town with a counted round, ballots and odd texts; returns somebody of it. */
async function live(dataSource: DataSource): Promise<string> {
  await aCountedTown(dataSource);
  const round = await aRoundToCount(dataSource, {
    projects: [{ costTenge: 60, title: ODD_TEXT }, { costTenge: 50 }],
  });
  await addBallots(dataSource, round.id, [{ voters: 300, numbers: [1, 2] }]);
  const { id } = await aPerson(dataSource, 'officer');
  await actTwice(dataSource, id);
  return id;
}

async function actTwice(dataSource: DataSource, person: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`insert into outbox_messages (topic, payload) values ('pair', '{}')`);
    await manager.query(
      `insert into audit_entries (person_id, role, post_kk, post_ru, act, object_kind, object_id)
       values ($1, 'officer', 'маман', 'специалист', 'pair', 'x', 'y')`,
      [person],
    );
  });
}

async function changeAByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  const place = bytes.indexOf('tables/ballots.copy') + 100;
  bytes[place] = bytes[place]! ^ 1;
  await writeFile(file, bytes);
}

/** A print of each table's rows, whatever their sequence on the disk. */
async function contentOf(url: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const content: Record<string, unknown> = {};
    for (const { name } of await storedTables(client)) {
      const found = await client.query(
        `select count(*) as rows, md5(string_agg(t::text, ' ' order by t::text)) as print
         from ${name} t`,
      );
      content[name] = found.rows[0];
    }
    return content;
  } finally {
    await client.end();
  }
}

async function guardsOf(dataSource: DataSource): Promise<unknown> {
  return dataSource.query(`
    select conrelid::regclass::text as place, conname::text as name,
           pg_get_constraintdef(oid) as rule
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid) || tgenabled::text
    from pg_trigger where not tgisinternal
    order by 1, 2, 3`);
}

async function tablesOf(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query(
    `select count(*)::int as count from pg_tables where schemaname = 'public'`,
  );
  return row.count;
}
