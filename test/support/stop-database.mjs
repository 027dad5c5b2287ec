/** Stops the run's PostgreSQL and removes its files. */
export default async function stopDatabase() {
  await globalThis.qatysuTestServer?.remove();
  globalThis.qatysuTestServer = undefined;
}
