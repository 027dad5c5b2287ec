import { indexOfParts } from '#platform/persistence/schema/index-of-parts.js';
import type { PlannedMigration } from '#platform/persistence/schema/migration-statements.js';

/** What a version before this one might still use. */
const TAKES_AWAY = [
  /^drop (table|view|materialized view|function|type|schema)\b/,
  /^truncate\b/,
  /^alter table .*\bdrop (column|default)\b/,
  /^alter (table|view|index|type) .*\brename\b/,
  /^alter table .*\balter column \S+ (set data )?type\b/,
  /^alter table .*\bset not null\b/,
];

const ADDED_COLUMN = /\badd column (if not exists )?.*?(?=, add |, alter |, drop |$)/g;

/** What holds up everybody who writes to a table for as long as its rows take. */
const BUILDS_INDEX = /^create (unique )?index (?!concurrently)(?:.*?) on (?:only )?(\S+)/;
const CHECKS_ROWS = /^alter table (?:only )?(\S+) .*\badd constraint\b(?!.*\bnot valid$)/;

/** Cut by period: PostgreSQL refuses to build their indexes `concurrently`. */
const IN_PARTS = ['ballots', 'signatures', 'ledger_leaves'];
const BUILDS_CONCURRENTLY = /^create (?:unique )?index concurrently .*? on (?:only )?(\S+)/;
const INDEX_OF_WHOLE = /^create index if not exists (\S+) on only (\S+) (.*)/;

/** Each part's index has the part's name behind this, and PostgreSQL cuts names off at 63. */
const LONGEST_NAME = 63 - '_default'.length;

/**
 * What a migration does that a portal running meanwhile would not bear: what takes something away
 * belongs into a migration of its own named `Contract…`, what reads all rows of a table goes without
 * a lock.
 *
 * @returns every fault, empty where there is none
 */
export function faultsOfMigration({
  contract,
  inTransaction,
  statements,
}: PlannedMigration): string[] {
  const all = statements.map(flat);
  const ofParts = inTransaction ? [] : all.flatMap((each) => indexToldFrom(each, all));
  const plain = all.filter((each) => !ofParts.includes(each));
  const own = new Set(plain.flatMap((statement) => tableMade(statement) ?? []));
  return [
    ...(contract ? [] : plain.filter(takesAway).map((each) => `takes something away: ${each}`)),
    ...(contract ? [] : plain.filter(demandsMore).map((each) => `a column must be given: ${each}`)),
    ...plain.filter((each) => holdsUp(each, own)).map((each) => `holds everybody up: ${each}`),
    ...plain.filter(isRefused).map((each) => `a table in parts refuses it: ${each}`),
    ...ofParts.filter(isNamedTooLong).map((each) => `a name too long for parts: ${each}`),
    ...twoTables(plain, own),
    ...(inTransaction ? [] : plain.filter(locks).map((each) => `waits with a lock: ${each}`)),
  ];
}

/** All that `indexOfParts` tells, where it is told whole. */
function indexToldFrom(first: string, all: readonly string[]): string[] {
  const [, index, table, on] = INDEX_OF_WHOLE.exec(first) ?? [];
  if (!index || !table || !on || !IN_PARTS.includes(table)) return [];
  const told = indexOfParts({ table, index, on }).map(flat);
  return told.every((each) => all.includes(each)) ? told : [];
}

function takesAway(statement: string): boolean {
  return TAKES_AWAY.some((pattern) => pattern.test(statement));
}

/** The version before inserts rows without the new column. */
function demandsMore(statement: string): boolean {
  if (!statement.startsWith('alter table')) return false;
  return (statement.match(ADDED_COLUMN) ?? []).some(
    (column) => /\bnot null\b/.test(column) && !/\b(default|generated)\b/.test(column),
  );
}

function holdsUp(statement: string, own: ReadonlySet<string>): boolean {
  const table = BUILDS_INDEX.exec(statement)?.[2] ?? CHECKS_ROWS.exec(statement)?.[1];
  return table !== undefined && !own.has(table);
}

function isRefused(statement: string): boolean {
  return IN_PARTS.includes(BUILDS_CONCURRENTLY.exec(statement)?.[1] ?? '');
}

function isNamedTooLong(statement: string): boolean {
  return (INDEX_OF_WHOLE.exec(statement)?.[1] ?? '').length > LONGEST_NAME;
}

/** An act under way holds one of them and waits for the other: both would wait for each other. */
function twoTables(statements: readonly string[], own: ReadonlySet<string>): string[] {
  const altered = statements.flatMap(
    (each) => /^alter table (?:only )?(\S+)/.exec(each)?.[1] ?? [],
  );
  const others = [...new Set(altered)].filter((table) => !own.has(table));
  return others.length > 1 ? [`locks two tables at once: ${others.join(', ')}`] : [];
}

/** Outside a transaction nothing bounds the wait for a lock, and nothing takes back a half. */
function locks(statement: string): boolean {
  return !/^(create|drop)( unique)? index concurrently |^insert into migrations /.test(statement);
}

function tableMade(statement: string): string | undefined {
  return /^create table (?:if not exists )?(\S+)/.exec(statement)?.[1];
}

function flat(statement: string): string {
  return statement
    .replaceAll(/--.*$/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^alter table if exists /, 'alter table ');
}
