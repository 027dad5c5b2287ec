import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbered sheets for signatures on paper, what clerks read on them, and what came of each line. */
export class PaperSheets1794100000002 implements MigrationInterface {
  name = 'PaperSheets1794100000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SHEETS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table paper_lines, paper_entries, paper_sheets`);
  }
}

const SHEETS = [
  `create table paper_sheets (
    id uuid not null,
    petition_id uuid not null,
    number integer not null,
    lines integer not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    settled_at timestamptz,
    constraint pk_paper_sheets primary key (id),
    constraint uq_paper_sheets_number unique (petition_id, number),
    constraint fk_paper_sheets_petition_id foreign key (petition_id) references petitions (id),
    constraint fk_paper_sheets_issued_by foreign key (issued_by) references residents (id),
    constraint ck_paper_sheets_lines check (lines between 1 and 50)
  )`,
  // Nobody reads a sheet twice: the second entry is another person's.
  `create table paper_entries (
    sheet_id uuid not null,
    pass integer not null,
    clerk_id uuid not null,
    lines jsonb not null,
    at timestamptz not null,
    constraint pk_paper_entries primary key (sheet_id, pass),
    constraint uq_paper_entries_one_a_clerk unique (sheet_id, clerk_id),
    constraint fk_paper_entries_sheet_id foreign key (sheet_id) references paper_sheets (id),
    constraint fk_paper_entries_clerk_id foreign key (clerk_id) references residents (id),
    constraint ck_paper_entries_pass check (pass between 1 and 3)
  )`,
  `create table paper_lines (
    sheet_id uuid not null,
    line integer not null,
    outcome text not null,
    signature_number integer,
    constraint pk_paper_lines primary key (sheet_id, line),
    constraint fk_paper_lines_sheet_id foreign key (sheet_id) references paper_sheets (id),
    constraint ck_paper_lines_outcome check (outcome in
      ('counted', 'duplicate', 'not-on-the-roll', 'not-eligible', 'illegible', 'blank')),
    constraint ck_paper_lines_number check
      ((outcome in ('counted', 'duplicate')) = (signature_number is not null))
  )`,
  ...['paper_entries', 'paper_lines'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
