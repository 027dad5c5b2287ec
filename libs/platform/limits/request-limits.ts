import { Inject, Injectable } from '@nestjs/common';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { StageKeeper } from '../load/stage-keeper.js';
import { ComeBackLater } from './come-back-later.js';
import { COSTLY_ACT_NAMES, costlyAct, type CostlyActName } from './costly-acts.js';
import { networkOf } from './network-of.js';

/** Who asks: a person where somebody is signed in, and from where. */
export interface Asker {
  readonly person: string | null;
  readonly address: string;
}

interface Limiters {
  readonly byPerson: RateLimiterAbstract | null;
  readonly byNetwork: RateLimiterAbstract | null;
  readonly byDay: RateLimiterAbstract | null;
}

type Refused = (act: CostlyActName, by: 'person' | 'network' | 'day') => void;

const DAY_SECONDS = 24 * 3_600;
/** Told times are full quarters of an hour, or tens of seconds: enough for people, no use to a machine. */
const COARSE_SECONDS = 900;
const FINE_SECONDS = 10;

/**
 * Counts costly acts. Paces of a minute are kept in each portal's memory and only where
 * `REQUEST_LIMITS` is on; what a person may do a day is counted in the database for all portals, and
 * in memory while the database is away.
 */
@Injectable()
export class RequestLimits {
  private readonly limiters: ReadonlyMap<CostlyActName, Limiters>;
  private readonly listeners: Refused[] = [];

  constructor(
    dataSource: DataSource,
    private readonly keeper: StageKeeper,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limiters = new Map(
      COSTLY_ACT_NAMES.map((act, place) => [act, limitersOf(act, dataSource, place === 0)]),
    );
  }

  /** Hears of every refusal, for the operator's figures. */
  onRefused(listener: Refused): void {
    this.listeners.push(listener);
  }

  /** @throws ComeBackLater 429 where it was too often */
  async take(act: CostlyActName, asker: Asker): Promise<void> {
    if (!this.keeper.limitsOn) return;
    const { byPerson, byNetwork, byDay } = this.limiters.get(act)!;
    const { person, address } = asker;
    if (this.config.requestLimits) {
      if (person !== null) await this.consume(byPerson, person, { act, by: 'person' });
      else await this.consume(byNetwork, networkOf(address), { act, by: 'network' });
    }
    if (person !== null) await this.consume(byDay, person, { act, by: 'day' });
  }

  /** Takes back what an act counted for its network, since it was an honest one. */
  async giveBack(act: CostlyActName, { person, address }: Asker): Promise<void> {
    if (!this.config.requestLimits || person !== null) return;
    await this.limiters.get(act)!.byNetwork?.reward(networkOf(address));
  }

  private async consume(
    limiter: RateLimiterAbstract | null,
    key: string,
    about: { readonly act: CostlyActName; readonly by: 'person' | 'network' | 'day' },
  ): Promise<void> {
    try {
      await limiter?.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      for (const listener of this.listeners) listener(about.act, about.by);
      throw new ComeBackLater(429, `limits.${about.by}`, toldSeconds(refusal.msBeforeNext));
    }
  }
}

function limitersOf(act: CostlyActName, dataSource: DataSource, clears: boolean): Limiters {
  const { pace, personADay } = costlyAct(act);
  const ofPace = (points: number | null | undefined): RateLimiterAbstract | null =>
    pace && points ? new RateLimiterMemory({ points, duration: pace.seconds }) : null;
  return {
    byPerson: ofPace(pace?.person),
    byNetwork: ofPace(pace?.network),
    byDay: personADay ? ofDay(act, personADay, { dataSource, clears }) : null,
  };
}

function ofDay(
  act: CostlyActName,
  points: number,
  store: { readonly dataSource: DataSource; readonly clears: boolean },
): RateLimiterAbstract {
  const plan = { points, duration: DAY_SECONDS, keyPrefix: act };
  return new RateLimiterPostgres({
    ...plan,
    storeClient: store.dataSource,
    storeType: 'typeorm',
    tableName: 'act_counts',
    tableCreated: true,
    clearExpiredByTimeout: store.clears,
    // Whoever is over the limit costs the database nothing more.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(plan),
  });
}

function toldSeconds(ms: number): number {
  const seconds = ms / 1_000;
  const step = seconds > COARSE_SECONDS ? COARSE_SECONDS : FINE_SECONDS;
  return Math.max(1, Math.ceil(seconds / step)) * step;
}
