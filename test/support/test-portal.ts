import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createPortal } from '#apps/portal/create-portal.js';
import { createLogger } from '#apps/portal/log.js';
import { readConfig } from '#platform/config/config.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { TEST_PERSON_KEY } from './personal-keys.js';
import { openTestDatabase } from './test-database.js';

/** A portal of its own for one spec file, listening on a free loopback port. */
export interface TestPortal {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly pseudonyms: Pseudonyms;
  close(): Promise<void>;
}

export async function openTestPortal(): Promise<TestPortal> {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-portal-'));
  writeFileSync(join(folder, 'person.key'), TEST_PERSON_KEY);
  const config = readConfig({ QATYSU_DATA: folder, PORT: '0', LOG_LEVEL: 'error' });
  const setup = { config, databaseUrl: database.url, onPoolError: () => undefined };
  const app = await createPortal(setup, createLogger(process.env['TEST_LOG'] ? 'debug' : 'fatal'));
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    dataSource: database.dataSource,
    databaseUrl: database.url,
    pseudonyms: app.get(Pseudonyms, { strict: false }),
    close: async () => {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
