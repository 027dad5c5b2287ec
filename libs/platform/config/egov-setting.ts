import { existsSync } from 'node:fs';
import { type Env, isAddress, readNumber } from './read-values.js';

/** An OpenID Connect provider of the eGov kind, as the operator names it. */
export interface EgovSetting {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretFile: string;
  readonly scope: string;
  /** Claim that holds the IIN. */
  readonly iinClaim: string;
  /** How long the provider may take in all, in milliseconds. */
  readonly patienceMs: number;
}

const PATIENCE_MS = { fallback: 4_000, least: 500, most: 60_000 };
const CLAIM = /^[A-Za-z0-9_.:/-]{1,100}$/;

/** Reads the provider; null where none is named, every fault where it is named wrongly. */
export function readEgov(env: Env, faults: string[]): EgovSetting | null {
  const { EGOV_ISSUER: issuer, EGOV_CLIENT_ID: clientId = '' } = env;
  if (!issuer) return null;
  const clientSecretFile = env['EGOV_CLIENT_SECRET_FILE'] ?? '';
  const iinClaim = env['EGOV_IIN_CLAIM'] || 'iin';
  const patienceMs = readNumber(env, 'EGOV_PATIENCE_MS', PATIENCE_MS, faults);
  const wrong: readonly (readonly [boolean, string])[] = [
    [!isIssuer(issuer, env), 'EGOV_ISSUER: an https address is expected'],
    [clientId === '', 'EGOV_CLIENT_ID: required with EGOV_ISSUER'],
    [
      !existsSync(clientSecretFile),
      'EGOV_CLIENT_SECRET_FILE: a file with the client’s secret is expected',
    ],
    [!CLAIM.test(iinClaim), 'EGOV_IIN_CLAIM: the name of a claim is expected'],
    [!env['PUBLIC_ORIGIN'], 'PUBLIC_ORIGIN: required with EGOV_ISSUER'],
    [
      env['NODE_ENV'] === 'production' && !env['STAFF_ASSURANCE'],
      'STAFF_ASSURANCE: required with EGOV_ISSUER when NODE_ENV=production',
    ],
  ];
  faults.push(...wrong.filter(([isWrong]) => isWrong).map(([, fault]) => fault));
  const scope = env['EGOV_SCOPE'] || 'openid';
  return { issuer, clientId, clientSecretFile, scope, iinClaim, patienceMs };
}

function isIssuer(issuer: string, env: Env): boolean {
  const isProduction = env['NODE_ENV'] === 'production';
  return isAddress(issuer, isProduction ? ['https:'] : ['https:', 'http:']);
}
