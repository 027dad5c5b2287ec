import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ballots, signatures and entries of the log are cut by period (ADR 40). The table that was whole
 * becomes the part of everything up to the end of this quarter, so that its rows stay where they are.
 * One table a migration, so that each locks one.
 */
abstract class ByPeriod implements MigrationInterface {
  protected abstract readonly cut: Cut;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cutByPeriod(this.cut));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of makeWhole(this.cut)) await runner.query(statement);
  }
}

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

export class ContractBallotsByPeriod1795760000001 extends ByPeriod {
  name = 'ContractBallotsByPeriod1795760000001';
  protected readonly cut = BALLOTS;
}

export class ContractSignaturesByPeriod1795760000002 extends ByPeriod {
  name = 'ContractSignaturesByPeriod1795760000002';
  protected readonly cut = SIGNATURES;
}

export class ContractLeavesByPeriod1795760000003 extends ByPeriod {
  name = 'ContractLeavesByPeriod1795760000003';
  protected readonly cut = LEAVES;
}

/** One block: where its quarter ends only the database knows. */
function cutByPeriod(cut: Cut): string {
  const { name, by } = cut;
  const before = `parts.${name}_before`;
  const statements = [
    `alter table ${name} set schema parts`,
    `alter table parts.${name} rename to ${name}_before`,
    `alter table ${before} ${cut.dropped}`,
    `create table ${name} (like ${before} including all excluding indexes) partition by range (${by})`,
    `alter table ${name} alter column ${by} set not null`,
    `create table parts.${name}_default partition of ${name} default`,
    ...cut.cut,
    ...cut.beside,
    ...passRightsOn(before, name),
    ...moveWhatIsNotBefore(cut),
    `alter table ${before} alter column ${by} set not null`,
    `execute format('alter table ${name} attach partition ${before} for values from (%s) to (%L)',
       $first$${cut.first}$first$, ends)`,
    `insert into parts.cut_tables values ('${name}')`,
    `perform make_parts_ahead()`,
  ];
  return `do $cut$
  declare
    ends uuid := parts.first_id(parts.next_quarter(clock_timestamp()));
    granted record;
  begin
    ${statements.join(';\n    ')};
  end $cut$`;
}

function moveWhatIsNotBefore({ name, by, columns }: Cut): string[] {
  const before = `parts.${name}_before`;
  return [
    `alter table ${before} disable trigger user`,
    `with moved as (delete from ${before} where ${by} is null or ${by} >= ends returning *)
       insert into ${name} select ${columns} from moved`,
    `alter table ${before} enable trigger user`,
  ];
}

/** Whoever had rights on the whole table has them on the cut one, and none on a part of it. */
function passRightsOn(from: string, to: string): string[] {
  return [
    `for granted in
      select a.privilege_type as allowed, a.grantee::regrole as role
      from pg_class c, aclexplode(c.relacl) a
      where c.oid = '${from}'::regclass and a.grantee <> 0 and a.grantee <> c.relowner
    loop
      execute format('grant %s on ${to} to %s', granted.allowed, granted.role);
      execute format('revoke all on ${from} from %s', granted.role);
    end loop`,
  ];
}

function makeWhole({ name, whole }: Cut): string[] {
  return [
    `create table parts.${name} (like ${name} including all excluding indexes)`,
    `insert into parts.${name} select * from ${name}`,
    `do $rights$
     declare granted record;
     begin ${passRightsOn(name, `parts.${name}`).join(';')}; end $rights$`,
    `drop table ${name}`,
    `alter table parts.${name} set schema public`,
    ...whole,
    `delete from parts.cut_tables where name = '${name}'`,
  ];
}

function guardOf(table: string): string {
  return `create trigger tr_ledger_leaves_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`;
}
