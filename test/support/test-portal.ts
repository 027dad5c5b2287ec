import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createPortal } from '#apps/portal/create-portal.js';
import { createLogger } from '#apps/portal/log.js';
import type { SlowClientLimits } from '#apps/portal/slow-clients.js';
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

/** What is other than usual. */
export interface PortalWish {
  readonly env?: Readonly<Record<string, string>>;
  readonly slowClients?: SlowClientLimits;
  /** What has to be there before the doors open. */
  readonly beforeListening?: (app: NestFastifyApplication) => void;
  /** The address of the database as the portal is to know it. */
  readonly through?: (databaseUrl: string) => Promise<string>;
}

/** What production does not start without, beside its keys. */
const PRODUCTION = { LOG_LEVEL: 'info', PUBLIC_ORIGIN: 'https://qatysu.test' };

export async function openTestPortal(wish: PortalWish = {}): Promise<TestPortal> {
  const { env, slowClients, through, beforeListening } = wish;
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-portal-'));
  writeFileSync(join(folder, 'person.key'), TEST_PERSON_KEY);
  const demanded = env?.['NODE_ENV'] === 'production' ? PRODUCTION : {};
  const usual = { QATYSU_DATA: folder, PORT: '0', LOG_LEVEL: 'error', ...demanded };
  const config = readConfig({ ...usual, ...env });
  const setup = {
    config,
    databaseUrl: through ? await through(database.url) : database.url,
    onPoolError: () => undefined,
    ...(slowClients ? { slowClients } : {}),
  };
  const app = await createPortal(setup, createLogger(process.env['TEST_LOG'] ? 'debug' : 'fatal'));
  beforeListening?.(app);
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
