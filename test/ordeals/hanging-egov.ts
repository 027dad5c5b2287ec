import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { type Behaviour, CLIENT, OpenIdProvider } from '../support/open-id-provider.js';
import { burst, type Scene } from './burst.js';
import type { Ordeal, Plan, Trial } from './ordeal.js';

const BAD: readonly Behaviour[] = ['hangs', 'resets', 'breaks', 'babbles', 'floods'];
const ROUNDS = { short: 1, long: 8 };
/** What is tried is signing in, not the crowd. */
const PEOPLE = 8;
const SAID_WITHIN_MS = 5_000;
const NOBODY_WAITS_LONGER_MS = 12_000;
const RECOVERS_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 500;
/** Less than usual, so that a busy machine has time of its own. */
const PATIENCE_MS = '2000';
/** The control's portal is as patient with eGov as nobody is with the portal. */
const ENDLESS_MS = '60000';

const NEXT = '/my';
const LEAVING = `/ru/sign-in/egov?next=${encodeURIComponent(NEXT)}`;
const NEWCOMER = inventedIin({ bornOn: '1980-01-01', sex: 'female', serial: 77 });

export const hangingEgov: Ordeal = {
  name: 'hanging-egov',
  what: 'eGov hangs, resets, breaks, answers garbage and 100 MB while people vote and sign: signing in says so within 5 s and comes back by itself; the control waits for it without end',
  run,
};

async function run({ short, control }: Plan): Promise<Trial> {
  const provider = await OpenIdProvider.start();
  const folder = mkdtempSync(join(tmpdir(), 'qatysu-egov-'));
  const spell = new BadSpell(provider);
  try {
    writeFileSync(join(folder, 'secret'), CLIENT.secret);
    const { faults, figures } = await burst({
      people: PEOPLE,
      portal: { env: envOf(provider, join(folder, 'secret'), control) },
      // The first way, to hang, is what the control has no answer to.
      blows: control ? 1 : BAD.length * (short ? ROUNDS.short : ROUNDS.long),
      blow: (scene) => spell.tryToSignIn(scene),
      ...(!control && { also: (scene) => spell.tryToRecover(scene) }),
    });
    return { faults: [...faults, ...spell.faults()], figures: { ...figures, ...spell.figures } };
  } finally {
    await provider.stop();
    rmSync(folder, { recursive: true });
  }
}

function envOf({ issuer }: OpenIdProvider, secret: string, control: boolean) {
  return {
    EGOV_ISSUER: issuer,
    EGOV_CLIENT_ID: CLIENT.id,
    EGOV_CLIENT_SECRET_FILE: secret,
    PUBLIC_ORIGIN: 'http://portal.test',
    EGOV_PATIENCE_MS: control ? ENDLESS_MS : PATIENCE_MS,
  };
}

/** eGov behaves badly in every way, one after another, and well in the end. */
class BadSpell {
  private tries = 0;
  private slowestMs = 0;
  private recoveryMs = 0;
  private otherwise = 0;

  constructor(private readonly provider: OpenIdProvider) {}

  get figures() {
    return {
      triesToSignIn: this.tries,
      slowestWordMs: Math.round(this.slowestMs),
      recoveryMs: Math.round(this.recoveryMs),
    };
  }

  async tryToSignIn({ portal }: Scene): Promise<void> {
    this.provider.behaviour = BAD[this.tries % BAD.length]!;
    this.tries += 1;
    const from = performance.now();
    const led = await ledTo(portal.address + LEAVING);
    this.slowestMs = Math.max(this.slowestMs, performance.now() - from);
    if (!led?.includes('failed=egov_away')) this.otherwise += 1;
  }

  /** @returns a fault where nobody can sign in although eGov is well again */
  async tryToRecover({ town, portal }: Scene): Promise<string[]> {
    this.provider.behaviour = 'well';
    this.provider.claims = { iin: NEWCOMER };
    const pseudonyms = Pseudonyms.fromFile(join(town.folder, 'portal', 'pepper.key'), false);
    await town.dataSource.query(NEWCOMER_ON_THE_ROLL, [pseudonyms.of(NEWCOMER)]);
    const from = performance.now();
    while (performance.now() - from < RECOVERS_WITHIN_MS) {
      const isIn = await signsIn(portal.address, this.provider.issuer);
      this.recoveryMs = performance.now() - from;
      if (isIn) return [];
      await wait(LOOK_AGAIN_MS);
    }
    return ['nobody can sign in although eGov is well again'];
  }

  faults(): string[] {
    const slow = this.slowestMs > SAID_WITHIN_MS;
    return [
      ...(slow ? [`signing in said nothing for ${Math.round(this.slowestMs)} ms`] : []),
      ...(this.otherwise > 0
        ? [`${this.otherwise} time(s) it was not said that eGov is away`]
        : []),
    ];
  }
}

async function signsIn(portal: string, issuer: string): Promise<boolean> {
  const left = await fetch(portal + LEAVING, { redirect: 'manual' });
  const away = left.headers.get('location') ?? '';
  if (!away.startsWith(issuer)) return false;
  const cookie = left.headers.getSetCookie().map((line) => line.split(';')[0]);
  const back = new URL((await ledTo(away)) ?? '/', portal);
  const { pathname, search } = back;
  return (await ledTo(portal + pathname + search, cookie.join('; '))) === `/ru${NEXT}`;
}

/** Where an address redirects to; null where nothing was said for as long as anybody would wait. */
async function ledTo(address: string, cookie = ''): Promise<string | null> {
  const signal = AbortSignal.timeout(NOBODY_WAITS_LONGER_MS);
  const headers = cookie ? { cookie } : {};
  const answer = await fetch(address, { redirect: 'manual', headers, signal }).catch(() => null);
  return answer?.headers.get('location') ?? null;
}

const NEWCOMER_ON_THE_ROLL = `
  update residents set pseudonym = $1
  where id = (select person_id from sessions order by token_digest limit 1)`;
