import { resolve } from 'node:path';
import { addressesOf } from '../persistence/hosts/host-list.js';
import { type MessageRoutes, readMessageRoutes } from './message-routes.js';
import { type EgovSetting, readEgov } from './egov-setting.js';
import { faultsOfExposure } from './exposed-lines.js';
import { type Env, readFlag, readNumber, readUrl } from './read-values.js';
import { trustedProxiesIn } from './trusted-proxies.js';

/** How the process is set up; read once at start, frozen, injected as a value. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number | null;
  /** Portals that share the port, each in a process of its own. */
  readonly processes: number;
  readonly logLevel: LogLevel;
  /** Of one host, or of several that one after another may lead a cluster. */
  readonly databaseUrl: string | null;
  /** A replica for what everybody may read. */
  readonly databaseReplicaUrl: string | null;
  /** A replica further behind is not asked. */
  readonly replicaLagSeconds: number;
  readonly poolSize: number;
  readonly dataFolder: string;
  readonly pepperFile: string;
  /** Keys that wrap the data keys of persons; outside the database. */
  readonly personKeyFile: string;
  /** List of destroyed data keys, which a restored backup is brought up to; outside the database. */
  readonly erasedKeysFile: string;
  /** Key that signs the ledger's checkpoints; outside the database. */
  readonly ledgerKeyFile: string;
  /** Name of the ledger, unique in the world: an address without scheme. */
  readonly ledgerOrigin: string;
  /** Where checkpoints are kept outside the database; null: a file a log in the data folder. */
  readonly checkpointsFile: string | null;
  /** A witness that is sent every checkpoint. */
  readonly checkpointWebhook: string | null;
  readonly standInIdentity: boolean;
  /** Null where nobody signs in by a provider. */
  readonly egov: EgovSetting | null;
  /** Of these `acr` and `amr` values a session's proof must have one before an office is used; empty: none. */
  readonly staffAssurance: readonly string[];
  /** How old a proof of identity may be for the gravest acts. */
  readonly proofMinutes: number;
  /** Whose word about the asker's address is believed; empty: nobody's. */
  readonly trustedProxies: readonly string[];
  /** Are requests a minute limited, by person and network? What a person may send a day always is. */
  readonly requestLimits: boolean;
  readonly publicOrigin: string | null;
  /** Registered prefix of identifiers in open data, `oc4ids-` and six characters. */
  readonly openDataPrefix: string | null;
  /** Address of the licence of open data. */
  readonly openDataLicence: string;
  /** How messages leave the portal. */
  readonly messages: MessageRoutes;
}

const DATABASE_PROTOCOLS = ['postgres:', 'postgresql:'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';

/** Every wrong variable at once; the process ends with code 2. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n- ${faults.join('\n- ')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the configuration from the environment.
 *
 * @throws ConfigError naming all faults at once
 * @example readConfig({ PORT: '3000' }).port // → 3000
 */
export function readConfig(env: Env): Config {
  const faults: string[] = [];
  const production = env['NODE_ENV'] === 'production';
  const dataFolder = resolve(env['QATYSU_DATA'] || '.data');
  const publicOrigin = readUrl(env, 'PUBLIC_ORIGIN', ['http:', 'https:'], faults);
  const config: Config = {
    production,
    host: env['HOST'] || '127.0.0.1',
    port: readNumber(env, 'PORT', { fallback: 3000, least: 0, most: 65535 }, faults),
    metricsPort: env['METRICS_PORT']
      ? readNumber(env, 'METRICS_PORT', { fallback: 0, least: 0, most: 65535 }, faults)
      : null,
    processes: readNumber(env, 'PORTAL_PROCESSES', { fallback: 1, least: 1, most: 64 }, faults),
    logLevel: readLogLevel(env, faults),
    databaseUrl: readHosts(env, 'DATABASE_URL', faults),
    databaseReplicaUrl: readUrl(env, 'DATABASE_REPLICA_URL', DATABASE_PROTOCOLS, faults),
    replicaLagSeconds: readNumber(
      env,
      'DATABASE_REPLICA_LAG',
      { fallback: 30, least: 2, most: 3600 },
      faults,
    ),
    poolSize: readNumber(env, 'DATABASE_POOL', { fallback: 12, least: 2, most: 200 }, faults),
    dataFolder,
    pepperFile: resolve(env['QATYSU_PEPPER_FILE'] || `${dataFolder}/pepper.key`),
    personKeyFile: resolve(env['QATYSU_PERSON_KEY_FILE'] || `${dataFolder}/person.key`),
    erasedKeysFile: resolve(env['QATYSU_ERASED_KEYS_FILE'] || `${dataFolder}/erased-keys.log`),
    ledgerKeyFile: resolve(env['QATYSU_LEDGER_KEY_FILE'] || `${dataFolder}/ledger.key`),
    ledgerOrigin: readOrigin(env, publicOrigin, faults),
    checkpointsFile: env['QATYSU_CHECKPOINTS_FILE']
      ? resolve(env['QATYSU_CHECKPOINTS_FILE'])
      : null,
    checkpointWebhook: readUrl(env, 'QATYSU_CHECKPOINT_WEBHOOK', ['http:', 'https:'], faults),
    standInIdentity: readFlag(env, 'QATYSU_STAND_IN', !production, faults),
    egov: readEgov(env, faults),
    staffAssurance: wordsOf(env['STAFF_ASSURANCE']),
    proofMinutes: readNumber(env, 'PROOF_MINUTES', { fallback: 15, least: 1, most: 720 }, faults),
    trustedProxies: readProxies(env, faults),
    requestLimits: readFlag(env, 'REQUEST_LIMITS', production, faults),
    publicOrigin,
    openDataPrefix: readPrefix(env, faults),
    openDataLicence: readUrl(env, 'QATYSU_DATA_LICENCE', ['http:', 'https:'], faults) ?? CC_BY,
    messages: readMessageRoutes({ env, production, dataFolder, faults }),
  };
  faults.push(...faultsOfProduction(config, env));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}

function readPrefix(env: Env, faults: string[]): string | null {
  const prefix = env['QATYSU_OC4IDS_PREFIX'] || null;
  if (prefix === null || /^oc4ids-[a-z0-9]{6}$/.test(prefix)) return prefix;
  faults.push('QATYSU_OC4IDS_PREFIX: expected oc4ids- and six letters or digits');
  return null;
}

function faultsOfProduction(config: Config, env: Env): string[] {
  if (!config.production) return [];
  const faults = faultsOfExposure(env);
  if (config.standInIdentity)
    faults.push('QATYSU_STAND_IN: the identity stand-in is refused when NODE_ENV=production');
  if (!config.databaseUrl)
    faults.push(
      'DATABASE_URL: required when NODE_ENV=production (the embedded database is for trying out)',
    );
  if (!env['QATYSU_PEPPER_FILE'])
    faults.push(
      'QATYSU_PEPPER_FILE: required when NODE_ENV=production (key of residents’ pseudonyms)',
    );
  if (!env['QATYSU_PERSON_KEY_FILE'])
    faults.push(
      'QATYSU_PERSON_KEY_FILE: required when NODE_ENV=production (key of what is personal)',
    );
  return faults;
}

/** Every host of a list must make a good address. */
function readHosts(env: Env, name: string, faults: string[]): string | null {
  const text = env[name];
  if (!text) return null;
  const read = (address: string): string | null =>
    readUrl({ [name]: address }, name, DATABASE_PROTOCOLS, faults);
  return addressesOf(text).every((address) => read(address) !== null) ? text : null;
}

function readProxies(env: Env, faults: string[]): readonly string[] {
  const proxies = trustedProxiesIn(env['TRUST_PROXY']);
  if (!proxies)
    faults.push('TRUST_PROXY: 1, 0 or addresses and networks with commas between are expected');
  return proxies ?? [];
}

/** By default the portal's own address; a name of a signature has no blanks and no plus signs. */
function readOrigin(env: Env, publicOrigin: string | null, faults: string[]): string {
  const host = publicOrigin === null ? 'qatysu.local' : new URL(publicOrigin).host;
  const origin = env['QATYSU_LEDGER_ORIGIN'] || `${host}/ledger`;
  if (!/^[^\s+]+$/.test(origin)) faults.push('QATYSU_LEDGER_ORIGIN: a name without blanks and +');
  return origin;
}

function readLogLevel(env: Env, faults: string[]): LogLevel {
  const text = env['LOG_LEVEL'];
  if (!text) return 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) faults.push(`LOG_LEVEL: one of ${LOG_LEVELS.join(', ')} is expected`);
  return level ?? 'info';
}
