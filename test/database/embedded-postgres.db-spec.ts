import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';

jest.setTimeout(120_000);

const MODULE = '../../dist/libs/platform/persistence/embedded/embedded-postgres.js';

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let running: EmbeddedPostgres | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-embedded-'));
    // mkdtemp makes it 0700: as root the server's account could not pass, which is a case of its own.
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    await running?.remove();
    running = undefined;
  });

  it('keeps what was committed when its process is killed', async () => {
    const server = await EmbeddedPostgres.start(folder);
    await query(
      await server.createDatabase('town'),
      `create table acts (n integer); insert into acts values (7)`,
    );
    process.kill(server.pid!, 'SIGKILL');
    await server.stop();
    running = await EmbeddedPostgres.start(folder);
    expect(await query(running.urlOf('town'), `select n from acts`)).toEqual([{ n: 7 }]);
  });

  it('belongs to one process at a time', async () => {
    running = await EmbeddedPostgres.start(folder);
    const other = ownerIn(folder);
    expect(await ended(other)).toContain('belongs to the running process');
  });

  it('is taken over, with its data, from an owner that was killed', async () => {
    const owner = ownerIn(folder);
    await said(owner, 'owned');
    owner.kill('SIGKILL');
    await new Promise((resolve) => owner.once('exit', resolve));
    running = await EmbeddedPostgres.start(folder);
    expect(await query(running.urlOf('town'), `select count(*)::int as n from acts`)).toEqual([
      { n: 1 },
    ]);
  });

  it('works in a folder that the server’s account cannot pass through', async () => {
    chmodSync(folder, 0o700);
    running = await EmbeddedPostgres.start(folder);
    expect(await query(running.urlOf('postgres'), `select 1 as n`)).toEqual([{ n: 1 }]);
  });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(text);
    return [result].flat().at(-1)!.rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that owns the folder until it is killed. */
function ownerIn(folder: string): ChildProcess {
  const script = `
    import pg from 'pg';
    const { EmbeddedPostgres } = await import('${MODULE}');
    const server = await EmbeddedPostgres.start(${JSON.stringify(folder)});
    const client = new pg.Client({ connectionString: await server.createDatabase('town') });
    await client.connect();
    await client.query('create table acts (n integer)');
    await client.query('insert into acts values (1)');
    process.stdout.write('owned');
    setInterval(() => undefined, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => String(chunk).includes(word) && resolve());
    child.once('exit', () => reject(new Error('The process ended before it said so')));
  });
}

async function ended(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr!.on('data', (chunk: Buffer) => (text += String(chunk)));
  await new Promise((resolve) => child.once('exit', resolve));
  return text;
}
