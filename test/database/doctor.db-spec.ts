import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface } from 'typeorm';
import { checkArchiving } from '#apps/cli/doctor/check-archiving.js';
import { checkClock } from '#apps/cli/doctor/check-clock.js';
import { checkConnections, checkDurability, checkSchema } from '#apps/cli/doctor/check-database.js';
import { checkDisk } from '#apps/cli/doctor/check-disk.js';
import { checkErasures } from '#apps/cli/doctor/check-erasures.js';
import { checkKeys } from '#apps/cli/doctor/check-keys.js';
import { checkLine } from '#apps/cli/doctor/check-line.js';
import { checkStandby } from '#apps/cli/doctor/check-standby.js';
import { checkMessages } from '#apps/cli/doctor/check-messages.js';
import { checkParts } from '#apps/cli/doctor/check-parts.js';
import { checkOutbox, checkRounds } from '#apps/cli/doctor/check-work.js';
import type { Patient } from '#apps/cli/doctor/finding.js';
import { readConfig } from '#platform/config/config.js';
import { aCountedTown, aRoundToCount } from '../support/builders/counted-town.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('doctor', () => {
  let database: TestDatabase;
  let folder: string;
  let patient: Patient;

  beforeEach(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'qatysu-doctor-'));
    patient = { config: readConfig({ QATYSU_DATA: folder }), dataSource: database.dataSource };
    for (const file of [
      patient.config.pepperFile,
      patient.config.personKeyFile,
      patient.config.ledgerKeyFile,
    ])
      writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 });
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(
    [
      checkSchema,
      checkDurability,
      checkConnections,
      checkLine,
      checkStandby,
      checkArchiving,
      checkClock,
      checkDisk,
      checkKeys,
      checkParts,
      checkOutbox,
      checkMessages,
      checkRounds,
      checkErasures,
    ].map((check) => ({ name: check.name, check })),
  )('$name finds nothing in a town that is well', async ({ check }) => {
    expect((await check(patient)).state).toBe('ok');
  });

  it('names a change of the schema that is not applied', async () => {
    await database.dataSource.query(`delete from migrations where name like 'Lotteries%'`);
    expect(await checkSchema(patient)).toEqual({
      check: 'schema',
      state: 'fault',
      found: 'Lotteries1793900500000 is not applied',
    });
  });

  it('says that what would take something away waits', async () => {
    const waiting = { name: 'ContractOldNames1999999999999' } as MigrationInterface;
    const migrations = [...patient.dataSource.migrations, waiting];
    const dataSource = Object.assign(Object.create(patient.dataSource) as DataSource, {
      migrations,
    });
    expect(await checkSchema({ ...patient, dataSource })).toEqual({
      check: 'schema',
      state: 'warning',
      found: 'ContractOldNames1999999999999 waits: migrate once no older portal runs',
    });
  });

  it('warns a real town whose log is not archived', async () => {
    const config = { ...patient.config, production: true };
    expect((await checkArchiving({ ...patient, config })).state).toBe('warning');
  });

  it('names an index that was left half made', async () => {
    await database.dataSource.query(`
      update pg_index set indisvalid = false where indexrelid = 'ix_residents_territory_kato'::regclass`);
    expect((await checkSchema(patient)).found).toBe('ix_residents_territory_kato is not valid');
  });

  it('names messages that failed for good, and those that wait for a worker', async () => {
    await database.dataSource.query(`
      insert into outbox_messages (topic, payload, next_attempt_at, dead_at) values
        ('late', '{}', clock_timestamp() - interval '6 minutes', null),
        ('young', '{}', clock_timestamp() - interval '4 minutes', null)`);
    expect(await checkOutbox(patient)).toMatchObject({
      state: 'warning',
      found: '1 message(s) wait over 5 min: is a worker up?',
    });
    await database.dataSource.query(`
      update outbox_messages set dead_at = clock_timestamp() where topic = 'late'`);
    expect(await checkOutbox(patient)).toMatchObject({ state: 'fault' });
  });

  it('names dead letters, and ways that are not set up where nothing stands in for them', async () => {
    await database.dataSource.query(A_DEAD_LETTER);
    expect(await checkMessages(patient)).toEqual({
      check: 'messages',
      state: 'warning',
      found: '1 dead letter(s): see messages list',
    });
    const messages = { ...patient.config.messages, sms: null };
    const other = { ...patient, config: { ...patient.config, messages } };
    expect((await checkMessages(other)).found).toContain('sms is not set up');
  });

  it('names a round that ended and was not closed', async () => {
    await aCountedTown(database.dataSource);
    const projects = [{ costTenge: 10 }];
    await aRoundToCount(database.dataSource, { votingUntil: '-4 minutes', projects });
    expect((await checkRounds(patient)).state).toBe('ok');
    const { id } = await aRoundToCount(database.dataSource, {
      votingUntil: '-6 minutes',
      projects,
    });
    expect(await checkRounds(patient)).toEqual({
      check: 'rounds',
      state: 'fault',
      found: `round ${id} is over and not closed: is a worker up?`,
    });
  });

  it('names a key that is missing or that others can read', async () => {
    chmodSync(patient.config.pepperFile, 0o644);
    expect((await checkKeys(patient)).found).toMatch(/can be read by others: chmod 400/);
    rmSync(patient.config.pepperFile);
    expect(await checkKeys(patient)).toMatchObject({
      state: 'fault',
      found: expect.stringContaining('is missing'),
    });
  });
});

const A_DEAD_LETTER = `
  with place as (
    insert into territories (kato, path, level, name_kk, name_ru, valid_from)
    values ('990000000', '{990000000}', 'village', 'Ауыл', 'Село', '2020-01-01') returning kato
  ), person as (
    insert into residents (id, pseudonym, born_on, territory_kato, registered_from)
    select gen_random_uuid(), 'x', '1980-01-01', kato, '2020-01-01' from place returning id
  )
  insert into outgoing_messages (way, kind, resident_id, about, payload, dead_at)
  select 'mail', 'own-desk', id, 'x', '{}', clock_timestamp() from person`;
