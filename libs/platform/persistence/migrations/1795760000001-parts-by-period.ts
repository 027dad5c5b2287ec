import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ballots, signatures and entries of the log are cut by period (ADR 40). The table that was whole
 * becomes the part of everything up to the end of this quarter, so that its rows stay where they are.
 */
export class PartsByPeriod1795760000001 implements MigrationInterface {
  name = 'PartsByPeriod1795760000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNHURRIED);
    for (const cut of CUTS) await cutByPeriod(runner, cut);
    await runner.query(`select make_parts_ahead()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(UNHURRIED);
    for (const cut of CUTS) await makeWhole(runner, cut);
    await runner.query(`delete from parts.cut_tables`);
  }
}

/** Where rows are many, new indexes of the part of all of them take minutes. */
const UNHURRIED = `set local statement_timeout = 0`;

interface Cut {
  readonly name: string;
  /** Column that holds the id of the round or petition. */
  readonly by: string;
  /** The columns, as the cut table keeps them. */
  readonly columns: string;
  /** Keys that cannot hold over several parts. */
  readonly dropped: string;
  /** Keys, one statement each, when cut and when whole. */
  readonly cut: readonly string[];
  readonly whole: readonly string[];
  /** Statements that make parts besides those of the periods. */
  readonly beside: readonly string[];
  readonly first: string;
}

/** An entry of no round or petition stands under this id, which none of them can have. */
const TOWN = '00000000-0000-0000-0000-000000000000';
const AFTER_TOWN = '00000000-0000-0000-0000-000000000001';

const BALLOTS: Cut = {
  name: 'ballots',
  by: 'round_id',
  columns: '*',
  dropped: 'drop constraint uq_ballots_receipt',
  cut: [
    `alter table ballots add constraint pk_ballots primary key (round_id, resident_id),
      add constraint uq_ballots_receipt unique (receipt, round_id)`,
    `create index ix_ballots_recorded_in on ballots (recorded_in)`,
  ],
  whole: [
    `alter table ballots add constraint pk_ballots primary key (round_id, resident_id),
      add constraint uq_ballots_receipt unique (receipt)`,
    `create index ix_ballots_recorded_in on ballots (recorded_in)`,
  ],
  beside: [],
  first: 'minvalue',
};

const SIGNATURE_KEYS = `
  add constraint uq_signatures_one_per_resident primary key (petition_id, resident_id),
  add constraint uq_signatures_number unique (petition_id, number)`;

const SIGNATURES: Cut = {
  name: 'signatures',
  by: 'petition_id',
  columns: '*',
  dropped: 'drop constraint uq_signatures_receipt',
  cut: [
    `alter table signatures ${SIGNATURE_KEYS},
      add constraint uq_signatures_receipt unique (receipt, petition_id)`,
    `create index ix_signatures_recorded_in on signatures (recorded_in)`,
  ],
  whole: [
    `alter table signatures ${SIGNATURE_KEYS},
      add constraint uq_signatures_receipt unique (receipt)`,
    `create index ix_signatures_recorded_in on signatures (recorded_in)`,
  ],
  beside: [],
  first: 'minvalue',
};

const LEAVES: Cut = {
  name: 'ledger_leaves',
  by: 'subject',
  columns: `index, kind, coalesce(subject, '${TOWN}'), key, content, hash`,
  dropped: 'drop constraint pk_ledger_leaves, drop constraint uq_ledger_leaves_key',
  cut: [
    `alter table ledger_leaves add constraint pk_ledger_leaves primary key (subject, index),
      add constraint uq_ledger_leaves_key unique (key, subject)`,
    `create index ix_ledger_leaves_index on ledger_leaves (index)`,
  ],
  whole: [
    `alter table ledger_leaves alter column subject drop not null`,
    `update ledger_leaves set subject = null where subject = '${TOWN}'`,
    `alter table ledger_leaves add constraint pk_ledger_leaves primary key (index),
      add constraint uq_ledger_leaves_key unique (key)`,
    `create index ix_ledger_leaves_subject on ledger_leaves (subject, index) where subject is not null`,
    guardOf('ledger_leaves'),
  ],
  beside: [
    `drop index parts.ix_ledger_leaves_subject`,
    guardOf('ledger_leaves'),
    guardOf('parts.ledger_leaves_default'),
    `create table parts.ledger_leaves_town partition of ledger_leaves
      for values from (minvalue) to ('${AFTER_TOWN}')`,
    guardOf('parts.ledger_leaves_town'),
  ],
  first: `'${AFTER_TOWN}'`,
};

const CUTS: readonly Cut[] = [BALLOTS, SIGNATURES, LEAVES];

async function cutByPeriod(runner: QueryRunner, cut: Cut): Promise<void> {
  const { name, by } = cut;
  const before = `parts.${name}_before`;
  await runner.query(`alter table ${name} set schema parts`);
  await runner.query(`alter table parts.${name} rename to ${name}_before`);
  await runner.query(`alter table ${before} ${cut.dropped}`);
  await runner.query(
    `create table ${name} (like ${before} including all excluding indexes) partition by range (${by})`,
  );
  await runner.query(`alter table ${name} alter column ${by} set not null`);
  await runner.query(`create table parts.${name}_default partition of ${name} default`);
  for (const statement of [...cut.cut, ...cut.beside]) await runner.query(statement);
  await passRightsOn(runner, before, name);
  const end = await endOfQuarter(runner);
  await moveWhatIsNotBefore(runner, cut, end);
  await runner.query(`alter table ${before} alter column ${by} set not null`);
  await runner.query(
    `alter table ${name} attach partition ${before} for values from (${cut.first}) to ('${end}')`,
  );
  await runner.query(`insert into parts.cut_tables values ($1)`, [name]);
}

async function endOfQuarter(runner: QueryRunner): Promise<string> {
  const [row] = (await runner.query(
    `select parts.first_id(parts.next_quarter(clock_timestamp())) as end`,
  )) as [{ end: string }];
  return row.end;
}

async function moveWhatIsNotBefore(runner: QueryRunner, cut: Cut, end: string): Promise<void> {
  const { name, by, columns } = cut;
  const before = `parts.${name}_before`;
  await runner.query(`alter table ${before} disable trigger user`);
  await runner.query(
    `with moved as (delete from ${before} where ${by} is null or ${by} >= '${end}' returning *)
     insert into ${name} select ${columns} from moved`,
  );
  await runner.query(`alter table ${before} enable trigger user`);
}

/** Whoever had rights on the whole table has them on the cut one, and none on a part of it. */
async function passRightsOn(runner: QueryRunner, from: string, to: string): Promise<void> {
  await runner.query(`
    do $$
    declare
      granted record;
    begin
      for granted in
        select a.privilege_type as allowed, a.grantee::regrole as role
        from pg_class c, aclexplode(c.relacl) a
        where c.oid = '${from}'::regclass and a.grantee <> 0 and a.grantee <> c.relowner
      loop
        execute format('grant %s on ${to} to %s', granted.allowed, granted.role);
        execute format('revoke all on ${from} from %s', granted.role);
      end loop;
    end $$`);
}

async function makeWhole(runner: QueryRunner, { name, whole }: Cut): Promise<void> {
  await runner.query(`create table parts.${name} (like ${name} including all excluding indexes)`);
  await runner.query(`insert into parts.${name} select * from ${name}`);
  await passRightsOn(runner, name, `parts.${name}`);
  await runner.query(`drop table ${name}`);
  await runner.query(`alter table parts.${name} set schema public`);
  for (const statement of whole) await runner.query(statement);
}

function guardOf(table: string): string {
  return `create trigger tr_ledger_leaves_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`;
}
