import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { connect } from '#platform/persistence/connect.js';

const TEMPLATE = 'qatysu_template_test';

/** A database of its own for one spec file: a copy of the migrated template. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

export function openTestDatabase(): Promise<TestDatabase> {
  return openCopyOf(TEMPLATE);
}

/** Without any table of ours. */
export function openBareDatabase(): Promise<TestDatabase> {
  return openCopyOf('template0');
}

async function openCopyOf(template: string): Promise<TestDatabase> {
  const name = `qatysu_${randomBytes(6).toString('hex')}_test`;
  await onServer(`create database "${name}" template "${template}"`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const dataSource = await connect(url.href, 10);
  return {
    url: url.href,
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await onServer(`drop database "${name}" with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    // The template is copied by one at a time.
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['QATYSU_TEST_SERVER'];
  if (!url) throw new Error('The run has no test server: start tests through npm test');
  return url;
}
