import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lotteries promised before the voting, and every draw made of them. */
export class Lotteries1793900500000 implements MigrationInterface {
  name = 'Lotteries1793900500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table lottery_confirmations, lottery_draws, round_lotteries`);
  }
}

const STATEMENTS = [
  // The commitment is public from the first moment; the secret is opened after the close. Alone it
  // decides nothing: the public value named here did not exist yet.
  `create table round_lotteries (
    round_id uuid not null,
    commitment text not null,
    secret text not null,
    value_kk text not null,
    value_ru text not null,
    promised_by uuid not null,
    promised_at timestamptz not null,
    constraint pk_round_lotteries primary key (round_id),
    constraint fk_round_lotteries_round_id foreign key (round_id) references rounds (id),
    constraint fk_round_lotteries_promised_by foreign key (promised_by) references residents (id)
  )`,
  `create table lottery_draws (
    id uuid not null,
    round_id uuid not null,
    public_value text not null,
    source text not null,
    protocol_number text not null,
    text_kk text not null,
    text_ru text not null,
    entered_by uuid not null,
    entered_at timestamptz not null default clock_timestamp(),
    constraint pk_lottery_draws primary key (id),
    constraint uq_lottery_draws_entered_by unique (id, entered_by),
    constraint fk_lottery_draws_round_id foreign key (round_id) references round_lotteries (round_id),
    constraint fk_lottery_draws_entered_by foreign key (entered_by) references residents (id)
  )`,
  `create index ix_lottery_draws_round_id on lottery_draws (round_id)`,
  // Who entered stands here too, so that the database itself refuses one person in both parts.
  `create table lottery_confirmations (
    draw_id uuid not null,
    entered_by uuid not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null default clock_timestamp(),
    tally_id uuid not null,
    constraint pk_lottery_confirmations primary key (draw_id),
    constraint fk_lottery_confirmations_draw_id_entered_by foreign key (draw_id, entered_by)
      references lottery_draws (id, entered_by),
    constraint fk_lottery_confirmations_confirmed_by foreign key (confirmed_by) references residents (id),
    constraint fk_lottery_confirmations_tally_id foreign key (tally_id) references tallies (id),
    constraint ck_lottery_confirmations_two_people check (confirmed_by <> entered_by)
  )`,
  ...['round_lotteries', 'lottery_draws', 'lottery_confirmations'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
