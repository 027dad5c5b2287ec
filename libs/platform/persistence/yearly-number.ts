import type { EntityManager } from 'typeorm';

const DIGITS = 4;

/**
 * The next number of a year from a table of last numbers (`year`, `last_number`). A transaction that
 * fails gives its number back: there are no gaps.
 *
 * @param table one of ours, never a text from outside
 * @example await nextYearlyNumber(manager, 'petition_numbers', 2026) // → '2026-0017'
 */
export async function nextYearlyNumber(
  manager: EntityManager,
  table: string,
  year: number,
): Promise<string> {
  const [row] = (await manager.query(
    `insert into ${table} as n (year, last_number) values ($1, 1)
     on conflict (year) do update set last_number = n.last_number + 1 returning last_number as last`,
    [year],
  )) as [{ last: number }];
  return `${year}-${String(row.last).padStart(DIGITS, '0')}`;
}
