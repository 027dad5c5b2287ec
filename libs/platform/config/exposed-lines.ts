import { addressesOf } from '../persistence/hosts/host-list.js';

type Env = Readonly<Record<string, string | undefined>>;

const SAMPLE_PASSWORDS = ['qatysu', 'postgres', 'password', 'secret', 'admin'];
const OWN_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** The levels on which every refusal and every sign-in is told. */
const TELLING_LEVELS = ['info', 'debug'];

/**
 * What in production would let others listen to a line, join it, or go unseen; all faults at once.
 *
 * @example faultsOfExposure({ PUBLIC_ORIGIN: 'http://budget.example.kz' })
 * // → ['PUBLIC_ORIGIN: an https address is required when NODE_ENV=production']
 */
export function faultsOfExposure(env: Env): string[] {
  return [
    // Without it links in feeds and cached pages are made of what the asker says the host is.
    ...(isClosed(env['PUBLIC_ORIGIN']) ? [] : [needs('PUBLIC_ORIGIN', 'an https address')]),
    ...(env['QATYSU_CHECKPOINT_WEBHOOK'] && !isClosed(env['QATYSU_CHECKPOINT_WEBHOOK'])
      ? [needs('QATYSU_CHECKPOINT_WEBHOOK', 'an https address')]
      : []),
    ...(env['SMS_URL'] && !isClosed(env['SMS_URL']) ? [needs('SMS_URL', 'an https address')] : []),
    ...(env['SMTP_URL'] && !isClosedMail(env['SMTP_URL'])
      ? [needs('SMTP_URL', 'smtps, or smtp with ?requireTLS=true,')]
      : []),
    ...['DATABASE_URL', 'DATABASE_REPLICA_URL']
      .filter((name) => addressesOf(env[name] ?? '').some(hasSamplePassword))
      .map((name) => needs(name, 'a password of its own, not that of a sample,')),
    ...['DATABASE_URL', 'DATABASE_REPLICA_URL']
      .filter((name) => /[?&]sslmode=no-verify\b/.test(env[name] ?? ''))
      .map((name) => needs(name, 'checking the certificate (sslmode=verify-full)')),
    ...(env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'
      ? [needs('NODE_TLS_REJECT_UNAUTHORIZED', 'checking certificates')]
      : []),
    ...(TELLING_LEVELS.includes(env['LOG_LEVEL'] || 'info')
      ? []
      : [needs('LOG_LEVEL', 'info or debug, which tell refusals and sign-ins,')]),
  ];
}

function needs(name: string, what: string): string {
  return `${name}: ${what} is required when NODE_ENV=production`;
}

/** Can nobody listen between here and there: https, or the same machine? */
function isClosed(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || OWN_MACHINE.test(hostname);
}

function isClosedMail(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, searchParams } = new URL(address);
  if (protocol === 'smtps:' || OWN_MACHINE.test(hostname)) return true;
  return searchParams.get('requireTLS') === 'true';
}

function hasSamplePassword(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return password !== '' && [...SAMPLE_PASSWORDS, username].includes(decodeURIComponent(password));
}
