import { findingOf, type Finding, type Patient } from './finding.js';

/** Deadlines go by the database's clock; a portal's clock that differs shows wrong times left. */
const BEARABLE_SECONDS = 2;

/** Do the clocks of this machine and of the database's agree? */
export async function checkClock({ dataSource }: Patient): Promise<Finding> {
  const before = Date.now();
  const rows: { ms: string }[] = await dataSource.query(
    `select extract(epoch from clock_timestamp()) * 1000 as ms`,
  );
  const here = (before + Date.now()) / 2;
  const apart = Math.abs(Number(rows[0]!.ms) - here) / 1000;
  const wrong =
    apart > BEARABLE_SECONDS
      ? [`this machine and the database's differ by ${apart.toFixed(1)} s: synchronise both`]
      : [];
  return findingOf('clock', 'warning', wrong, 'this machine and the database agree');
}
