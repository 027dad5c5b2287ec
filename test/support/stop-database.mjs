import { rmSync } from 'node:fs';

/** Stops the run's PostgreSQL and removes its files. */
export default async function stopDatabase() {
  await globalThis.qatysuTestServer?.stop();
  globalThis.qatysuTestServer = undefined;
  const folder = process.env.QATYSU_TEST_FOLDER;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
