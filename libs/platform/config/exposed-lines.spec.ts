import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';
import { faultsOfExposure } from './exposed-lines.js';

const SAFE = {
  PUBLIC_ORIGIN: 'https://qatysu.example.kz',
  DATABASE_URL: 'postgresql://qatysu:Zm9yIHRlc3Rz@10.0.0.5:5432/qatysu?sslmode=verify-full',
};

describe('what production exposes', () => {
  it('is nothing where every line is closed', () => expect(faultsOfExposure(SAFE)).toEqual([]));

  it.each<[string, Record<string, string | undefined>]>([
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: undefined }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://qatysu.example.kz' }],
    ['QATYSU_CHECKPOINT_WEBHOOK', { QATYSU_CHECKPOINT_WEBHOOK: 'http://witness.example.kz/' }],
    ['SMS_URL', { SMS_URL: 'http://sms.example.kz/' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://mail.example.kz' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://qatysu:qatysu@db/qatysu' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://town:town@db1,db2/qatysu' }],
    ['DATABASE_REPLICA_URL', { DATABASE_REPLICA_URL: 'postgresql://postgres:secret@db/qatysu' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://town@10.0.0.5/qatysu?sslmode=no-verify' }],
    ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'error' }],
  ])('is named: %s of %j', (name, wrong) => {
    expect(faultsOfExposure({ ...SAFE, ...wrong })).toEqual([expect.stringContaining(`${name}:`)]);
  });

  it.each<Record<string, string>>([
    { PUBLIC_ORIGIN: 'http://127.0.0.1:3000' },
    { PUBLIC_ORIGIN: 'http://localhost' },
    { QATYSU_CHECKPOINT_WEBHOOK: 'http://[::1]:9000/' },
    { SMS_URL: 'http://127.0.0.1:9001/', SMTP_URL: 'smtp://localhost' },
    { SMTP_URL: 'smtps://mail.example.kz' },
    { SMTP_URL: 'smtp://mail.example.kz:587?requireTLS=true' },
    { DATABASE_URL: 'postgresql://qatysu@/qatysu' },
    { LOG_LEVEL: 'debug' },
    { LOG_LEVEL: '' },
  ])('is nothing of %j', (fine) => expect(faultsOfExposure({ ...SAFE, ...fine })).toEqual([]));

  it('keeps the portal from starting, in production alone', () => {
    const env = { QATYSU_STAND_IN: '0', LOG_LEVEL: 'silent' };
    expect(() => readConfig({ ...env, NODE_ENV: 'production' })).toThrow(ConfigError);
    expect(() => readConfig({ ...env, NODE_ENV: 'production' })).toThrow(
      /PUBLIC_ORIGIN[\s\S]*LOG_LEVEL/,
    );
    expect(() => readConfig(env)).not.toThrow();
  });
});
