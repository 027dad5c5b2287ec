import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { drawSeed } from '#rules/tally/lottery.js';

export interface DrawRow {
  readonly id: string;
  readonly value: string;
  readonly source: string;
  readonly protocolNumber: string;
  readonly text: OfficialText;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** Null until another officer has confirmed it. */
  readonly confirmedAt: Date | null;
  readonly tally: string | null;
}

/** A promised lottery as everybody may see it. */
export interface LotteryRow {
  readonly commitment: string;
  /** Which public value of a later day completes the seed. */
  readonly value: OfficialText;
  readonly promisedAt: Date;
  /** Null until a draw is confirmed or the result is published. */
  readonly secret: string | null;
  /** Every draw, the first one first. */
  readonly draws: readonly DrawRow[];
}

/** Questions about promised lotteries. */
@Injectable()
export class LotteryReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(roundId: string): Promise<LotteryRow | null> {
    const rows: Omit<LotteryRow, 'draws'>[] = await this.dataSource.query(LOTTERY, [roundId]);
    if (!rows[0]) return null;
    return { ...rows[0], draws: await this.dataSource.query(DRAWS, [roundId]) };
  }

  /**
   * The seed that a draw gives; for those who count, since it opens the secret.
   *
   * @throws DomainError not-found `result.no_such_draw`
   */
  async seedOf(roundId: string, drawId: string): Promise<string> {
    const rows: { secret: string; value: string }[] = isUuid(drawId)
      ? await this.dataSource.query(SEED, [roundId, drawId])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'result.no_such_draw');
    return drawSeed(rows[0].secret, rows[0].value);
  }
}

const LOTTERY = `
  select l.commitment, l.promised_at as "promisedAt",
         jsonb_build_object('kk', l.value_kk, 'ru', l.value_ru) as value,
         case when r.published_at is not null or exists (
           select from lottery_draws d join lottery_confirmations c on c.draw_id = d.id
           where d.round_id = l.round_id) then l.secret end as secret
  from round_lotteries l join rounds r on r.id = l.round_id where l.round_id = $1`;

const DRAWS = `
  select d.id, d.public_value as value, d.source, d.protocol_number as "protocolNumber",
         jsonb_build_object('kk', d.text_kk, 'ru', d.text_ru) as text,
         d.entered_by as "enteredBy", d.entered_at as "enteredAt",
         c.confirmed_at as "confirmedAt", c.tally_id as tally
  from lottery_draws d left join lottery_confirmations c on c.draw_id = d.id
  where d.round_id = $1 order by d.entered_at, d.id`;

const SEED = `
  select l.secret, d.public_value as value
  from lottery_draws d join round_lotteries l on l.round_id = d.round_id
  where d.round_id = $1 and d.id = $2`;
