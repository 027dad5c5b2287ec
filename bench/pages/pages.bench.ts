import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { load } from '#test/support/http-load.js';
import { startChild, type Child } from '../load/child.js';
import type { BenchResult } from '../bench-result.js';
import { median, rounded } from '../median.js';
import { makePagesTown, type MeasuredPages } from './pages-town.js';

const CONNECTIONS = 64;
const TURNS = 3;
const MS = 3_000;
const PROJECTS = 500;

/**
 * Pages a second of the portal against bare Fastify sending the same compressed bytes, in turns:
 * the list of 500 projects, one project, and the result of a round.
 */
export async function run(): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(['max_connections=100']);
  try {
    const url = await server.createDatabase('qatysu_bench_pages');
    const pages = await prepare(url);
    return await measure(url, server.dataFolder, pages);
  } finally {
    await server.remove();
  }
}

async function prepare(url: string): Promise<MeasuredPages> {
  const dataSource = await connect(url);
  await migrate(dataSource);
  await dataSource.destroy();
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    return await makePagesTown(pool, PROJECTS);
  } finally {
    await pool.end();
  }
}

async function measure(url: string, folder: string, pages: MeasuredPages): Promise<BenchResult> {
  const env = { DATABASE_URL: url, QATYSU_DATA: join(folder, 'portal'), LOG_LEVEL: 'fatal' };
  const portal = await startChild(pathOf('../../apps/cli/main.js'), ['serve'], env);
  const figures: Record<string, unknown> = { connections: CONNECTIONS, projects: PROJECTS };
  const ratios: Record<string, number> = {};
  try {
    for (const name of ['list', 'project', 'result'] as const) {
      const compared = await compare(portal, pages[name], folder);
      figures[name] = compared.figures;
      ratios[name] = compared.ratio;
    }
  } finally {
    await portal.stop();
  }
  return { figures, ratios };
}

async function compare(portal: Child, path: string, folder: string) {
  const bytes = await patiently(() => bytesOf(portal, path));
  const file = join(folder, 'page.br');
  writeFileSync(file, bytes);
  const still = await startChild(pathOf('./still-server.js'), [], { BENCH_PAGE: file });
  try {
    const turns: { portal: number; bare: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1)
      turns.push({ portal: await perSecond(portal, path), bare: await perSecond(still, path) });
    const ratio = rounded(median(turns.map((turn) => turn.portal / turn.bare)));
    const portalPerSecond = Math.round(median(turns.map((turn) => turn.portal)));
    const barePerSecond = Math.round(median(turns.map((turn) => turn.bare)));
    return { ratio, figures: { bytes: bytes.length, portalPerSecond, barePerSecond } };
  } finally {
    await still.stop();
  }
}

/** The worker counts the ended round a moment after the start. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 40) throw error;
      await wait(500);
    }
  }
}

/** The page as it goes over the line: compressed. */
function bytesOf(portal: Child, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = {
      port: portal.port,
      host: '127.0.0.1',
      path,
      headers: { 'accept-encoding': 'br' },
    };
    const asked = request(options, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks)));
    });
    asked.on('error', reject).end();
  });
}

async function perSecond(server: Child, path: string): Promise<number> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n`;
  const result = await load({
    port: server.port,
    connections: CONNECTIONS,
    forMs: MS,
    next: () => request,
  });
  const others = Object.keys(result.byStatus).filter((status) => status !== '200');
  if (others.length > 0) throw new Error(`${path} answered ${others.join(', ')}`);
  return (result.byStatus['200'] ?? 0) / result.seconds;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
