// Jest's global set-up is plain JavaScript, so it works with the compiled platform.
import { buildWhenStale } from '../../scripts/build-when-stale.mjs';

const SETTINGS = ['max_connections=200', 'shared_buffers=128MB'];

/** One PostgreSQL for the whole run, with a migrated template that every test copies. */
export default async function startDatabase() {
  if (globalThis.qatysuTestServer) return;
  buildWhenStale();
  const platform = '../../dist/libs/platform/persistence';
  const { EmbeddedPostgres } = await import(`${platform}/embedded/embedded-postgres.js`);
  const { connect } = await import(`${platform}/connect.js`);
  const { migrate } = await import(`${platform}/migrate.js`);
  const server = await EmbeddedPostgres.startScratch(SETTINGS);
  globalThis.qatysuTestServer = server;
  process.env.QATYSU_TEST_SERVER = server.urlOf('postgres');
  const template = await connect(await server.createDatabase('qatysu_template_test'));
  await migrate(template);
  await template.destroy();
}
