import { listCutTables } from '#platform/persistence/parts.js';
import { findingOf, type Finding, type Patient } from './finding.js';

/** The shortest quarter has 90 days: with so few ahead the worker has not made the next part. */
const LEAST_DAYS_AHEAD = 85;

/** Has every period its part of the large tables, the next one too? */
export async function checkParts({ dataSource }: Patient): Promise<Finding> {
  const tables = await listCutTables(dataSource);
  const soon = Date.now() + LEAST_DAYS_AHEAD * 86_400_000;
  const wrong = tables.flatMap(({ name, loose, endsAt }) => [
    ...(loose > 0 ? [`${loose} row(s) of ${name} lie in no period`] : []),
    ...(endsAt.getTime() < soon
      ? [`the parts of ${name} end on ${endsAt.toISOString().slice(0, 10)}: is a worker up?`]
      : []),
  ]);
  return findingOf('parts', 'warning', wrong, tables.map(({ name }) => name).join(', '));
}
