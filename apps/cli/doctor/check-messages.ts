import { MESSAGE_WAYS } from '#platform/messages/message-way.js';
import { findingOf, type Finding, type Patient } from './finding.js';

const LONGEST_WAIT_MINUTES = 30;

interface Counts {
  readonly dead: number;
  readonly late: number;
}

/** Do messages leave, and by which ways can they? */
export async function checkMessages({ config, dataSource }: Patient): Promise<Finding> {
  const rows: Counts[] = await dataSource.query(COUNTS, [LONGEST_WAIT_MINUTES]);
  const { dead, late } = rows[0]!;
  const wrong = [
    ...(dead > 0 ? [`${dead} dead letter(s): see messages list`] : []),
    ...(late > 0 ? [`${late} message(s) wait over ${LONGEST_WAIT_MINUTES} min to leave`] : []),
    ...MESSAGE_WAYS.filter((way) => config.messages[way] === null).map(
      (way) => `${way} is not set up: notices stay on pages`,
    ),
  ];
  const routes = MESSAGE_WAYS.map((way) => `${way} by ${config.messages[way]?.kind ?? 'nothing'}`);
  return findingOf('messages', 'warning', wrong, routes.join(', '));
}

const COUNTS = `
  select count(*) filter (where dead_at is not null)::int as dead,
    count(*) filter (where dead_at is null
      and created_at < clock_timestamp() - make_interval(mins => $1))::int as late
  from outgoing_messages where sent_at is null and dropped_at is null`;
