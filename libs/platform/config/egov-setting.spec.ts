import { describe, expect, it } from '@jest/globals';
import { readEgov } from './egov-setting.js';

const RIGHT = {
  EGOV_ISSUER: 'https://idp.example.kz',
  EGOV_CLIENT_ID: 'qatysu',
  EGOV_CLIENT_SECRET_FILE: 'package.json',
  PUBLIC_ORIGIN: 'https://qatysu.example.kz',
};

function faultsOf(env: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  readEgov(env, faults);
  return faults.map((fault) => fault.slice(0, fault.indexOf(':')));
}

describe('the setting of eGov', () => {
  it('is none where no issuer is named', () => expect(readEgov({}, [])).toBeNull());

  it('reads what is named and fills in the rest', () => {
    expect(readEgov(RIGHT, [])).toEqual({
      issuer: 'https://idp.example.kz',
      clientId: 'qatysu',
      clientSecretFile: 'package.json',
      scope: 'openid',
      iinClaim: 'iin',
      patienceMs: 4_000,
    });
  });

  it('tells every fault at once', () => {
    const wrong = { EGOV_ISSUER: 'egov', EGOV_IIN_CLAIM: 'a b', NODE_ENV: 'production' };
    expect(faultsOf(wrong)).toEqual([
      'EGOV_ISSUER',
      'EGOV_CLIENT_ID',
      'EGOV_CLIENT_SECRET_FILE',
      'EGOV_IIN_CLAIM',
      'PUBLIC_ORIGIN',
      'STAFF_ASSURANCE',
    ]);
  });

  it.each([
    [{ EGOV_PATIENCE_MS: '499' }, ['EGOV_PATIENCE_MS']],
    [{ EGOV_PATIENCE_MS: '500' }, []],
    [{ EGOV_PATIENCE_MS: '60000' }, []],
    [{ EGOV_PATIENCE_MS: '60001' }, ['EGOV_PATIENCE_MS']],
    [{ EGOV_PATIENCE_MS: '1e3.5' }, ['EGOV_PATIENCE_MS']],
    [{ EGOV_ISSUER: 'http://127.0.0.1:9000' }, []],
    [
      { EGOV_ISSUER: 'http://127.0.0.1:9000', NODE_ENV: 'production', STAFF_ASSURANCE: 'eds' },
      ['EGOV_ISSUER'],
    ],
    [{ EGOV_CLIENT_SECRET_FILE: '/no/such/file' }, ['EGOV_CLIENT_SECRET_FILE']],
  ])('with %j has the faults %j', (other, names) =>
    expect(faultsOf({ ...RIGHT, ...other })).toEqual(names),
  );
});
