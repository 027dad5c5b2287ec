import { chmodSync, chownSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { checkLine } from '#apps/cli/doctor/check-line.js';
import { readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { openHotPool } from '#platform/persistence/hot-pool.js';

jest.setTimeout(120_000);

const CERTIFICATES = resolve('test/support/certificates');
const fileOf = (name: string): string => join(CERTIFICATES, name);
const TRUSTED = `sslmode=verify-full&sslrootcert=${fileOf('ca.pem')}`;

describe('the line to the database', () => {
  let server: EmbeddedPostgres;
  let admin: DataSource;
  let folder: string;

  beforeAll(async () => {
    server = await EmbeddedPostgres.startScratch();
    admin = await connect(server.urlOf('postgres'));
    folder = await shown('data_directory');
    await present('server');
    await admin.query(`alter system set ssl_ca_file = '${put('ca.pem')}'`);
    await admin.query(`alter system set ssl = on`);
    await admin.query(`create role town_portal login`);
    const rules = await shown('hba_file');
    const byCertificate = 'hostssl all town_portal 127.0.0.1/32 cert\n';
    writeFileSync(rules, byCertificate + readFileSync(rules, 'utf8'));
    await reload();
  });
  afterAll(async () => {
    await admin.destroy();
    await server.remove();
  });

  async function shown(setting: string): Promise<string> {
    const rows: Record<string, string>[] = await admin.query(`show ${setting}`);
    return rows[0]![setting]!;
  }

  /** A copy that belongs to the server's account, as PostgreSQL demands of a key. */
  function put(name: string): string {
    const path = join(folder, name);
    copyFileSync(fileOf(name), path);
    const { uid, gid } = statSync(folder);
    chmodSync(path, 0o600);
    chownSync(path, uid, gid);
    return path;
  }

  async function present(name: string): Promise<void> {
    await admin.query(`alter system set ssl_cert_file = '${put(`${name}.pem`)}'`);
    await admin.query(`alter system set ssl_key_file = '${put(`${name}.key`)}'`);
  }

  async function reload(): Promise<void> {
    await admin.query(`select pg_reload_conf()`);
    // The postmaster hears of it a moment later.
    await wait(500);
  }

  function address(options: string, role?: string): string {
    const url = new URL(server.urlOf('postgres'));
    if (role !== undefined) Object.assign(url, { username: role, password: '' });
    return `${url.href}?${options}`;
  }

  async function asked<Row>(url: string, statement: string): Promise<Row> {
    const dataSource = await connect(url);
    try {
      const rows: Row[] = await dataSource.query(statement);
      return rows[0]!;
    } finally {
      await dataSource.destroy();
    }
  }

  const LINE = `select ssl, version, current_user as role from pg_stat_ssl where pid = pg_backend_pid()`;

  it('is encrypted where the address says so, by TLS 1.2 or 1.3', async () => {
    const line = await asked<{ ssl: boolean; version: string }>(address(TRUSTED), LINE);
    expect(line).toMatchObject({ ssl: true, version: expect.stringMatching(/^TLSv1\.[23]$/) });
  });

  it('of a ballot is so too', async () => {
    const pool = openHotPool({ databaseUrl: address(TRUSTED), acts: 'ballots', connections: 1 });
    const { rows } = await pool.query<{ ssl: boolean }>(LINE);
    await pool.end();
    expect(rows[0]?.ssl).toBe(true);
  });

  it('through a list of hosts is so too', async () => {
    const url = address(TRUSTED);
    const { host } = new URL(url);
    const list = url.replace(host, `${host},${host}`);
    expect(await asked(list, LINE)).toMatchObject({ ssl: true });
  });

  it('is not opened to a server of an authority that nobody named', async () => {
    const strange = `sslmode=verify-full&sslrootcert=${fileOf('stranger-ca.pem')}`;
    await expect(connect(address(strange))).rejects.toThrow(
      /unable to verify|self.signed|signature/i,
    );
  });

  it('is not opened to a server with another name, nor to one without TLS', async () => {
    await present('elsewhere');
    await reload();
    await expect(connect(address(TRUSTED))).rejects.toThrow(/IP: 127\.0\.0\.1 is not in the cert/);
    await admin.query(`alter system set ssl = off`);
    await reload();
    await expect(connect(address(TRUSTED))).rejects.toThrow(/does not support SSL/);
    await admin.query(`alter system set ssl = on`);
    await present('server');
    await reload();
  });

  it('is opened by a certificate in the place of a password', async () => {
    const own = `&sslcert=${fileOf('portal.pem')}&sslkey=${fileOf('portal.key')}`;
    const line = await asked(address(TRUSTED + own, 'town_portal'), LINE);
    expect(line).toMatchObject({ ssl: true, role: 'town_portal' });
    await expect(connect(address(TRUSTED, 'town_portal'))).rejects.toThrow(/certificate/);
  });

  it('is told by doctor', async () => {
    const config = readConfig({});
    const examine = async (url: string): Promise<string> => {
      const dataSource = await connect(url);
      const { found } = await checkLine({ config, dataSource });
      await dataSource.destroy();
      return found;
    };
    expect(await examine(address(TRUSTED))).toMatch(/^TLSv1/);
    expect(await examine(server.urlOf('postgres'))).toBe('on this machine');
  });
});
