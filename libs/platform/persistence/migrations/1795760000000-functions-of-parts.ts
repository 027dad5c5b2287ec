import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What keeps tables that are cut by period: a quarter of a year in which a round or petition was made.
 * Its id tells the moment (UUID version 7 begins with the milliseconds), so that all rows of a round
 * lie in one part and none has to be told its period.
 */
export class FunctionsOfParts1795760000000 implements MigrationInterface {
  name = 'FunctionsOfParts1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function make_parts_ahead, report_parts`);
    await runner.query(`drop schema parts cascade`);
  }
}

// The last two are called by the application, which may not own its tables: they act for their owner
// and take nothing from the caller.
const FOR_THEIR_OWNER = `security definer set search_path = pg_catalog, public, pg_temp`;

const STATEMENTS = [
  // A schema of its own: rights on all tables of the public one stay rights on the whole tables.
  `create schema parts`,
  `create table parts.cut_tables (name text primary key)`,
  `create function parts.first_id(moment timestamptz) returns uuid language sql immutable strict as $$
    select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
  $$`,
  `create function parts.moment_of(id uuid) returns timestamptz language sql immutable strict as $$
    select to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
  $$`,
  `create function parts.next_quarter(moment timestamptz) returns timestamptz language sql stable strict as $$
    select (date_trunc('quarter', moment at time zone 'Asia/Almaty') + interval '3 months')
             at time zone 'Asia/Almaty'
  $$`,
  // Parts follow one another without a gap: the end of the last one is where the next one begins.
  `create function parts.end_of(whole regclass) returns uuid language sql stable strict as $$
    select max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(.{36})''\\)'))::uuid
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = whole
  $$`,
  // Rows of the new period that lie in the default part move: else it could not be attached.
  `create function parts.make_next(name text) returns void language plpgsql as $$
  declare
    whole regclass := format('public.%I', name)::regclass;
    cut_by text := substring(pg_get_partkeydef(whole) from '\\((.+)\\)');
    begins uuid := parts.end_of(whole);
    made_at timestamptz := parts.moment_of(begins);
    ends uuid := parts.first_id(parts.next_quarter(made_at));
    part text := name || to_char(made_at at time zone 'Asia/Almaty', '"_"YYYY"q"Q');
    rest text := name || '_default';
    guard text;
    has_loose boolean;
  begin
    execute format('lock table parts.%I in access exclusive mode', rest);
    execute format('create table parts.%I (like parts.%I including all)', part, rest);
    execute format('select exists (select from parts.%I where %I >= $1 and %2$I < $2)', rest, cut_by)
      into has_loose using begins, ends;
    if has_loose then
      execute format('alter table parts.%I disable trigger user', rest);
      execute format('with moved as (delete from parts.%I where %I >= $1 and %2$I < $2 returning *)
                      insert into parts.%I select * from moved', rest, cut_by, part) using begins, ends;
      execute format('alter table parts.%I enable trigger user', rest);
    end if;
    for guard in select pg_get_triggerdef(oid) from pg_trigger
      where tgrelid = format('parts.%I', rest)::regclass and not tgisinternal and tgparentid = 0
    loop
      execute replace(guard, 'parts.' || rest, 'parts.' || part);
    end loop;
    execute format('alter table %s attach partition parts.%I for values from (%L) to (%L)',
                   whole, part, begins, ends);
  end $$`,
  // This quarter and the next one. Whoever asks about all parts waits at most so long for the lock.
  `create function make_parts_ahead() returns integer language plpgsql ${FOR_THEIR_OWNER}
    set lock_timeout = '500ms' as $$
  declare
    cut text;
    made integer := 0;
    wanted uuid := parts.first_id(parts.next_quarter(parts.next_quarter(clock_timestamp())));
  begin
    perform pg_advisory_xact_lock(7134002);
    for cut in select name from parts.cut_tables order by name loop
      while parts.end_of(format('public.%I', cut)::regclass) < wanted loop
        perform parts.make_next(cut);
        made := made + 1;
      end loop;
    end loop;
    return made;
  end $$`,
  `create function report_parts() returns table (name text, loose bigint, ends_at timestamptz)
    language plpgsql ${FOR_THEIR_OWNER} as $$
  begin
    for name in select c.name from parts.cut_tables c order by c.name loop
      execute format('select count(*) from parts.%I', name || '_default') into loose;
      ends_at := parts.moment_of(parts.end_of(format('public.%I', name)::regclass));
      return next;
    end loop;
  end $$`,
];
