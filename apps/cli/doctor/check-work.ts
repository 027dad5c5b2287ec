import { findingOf, type Finding, type Patient } from './finding.js';

/** A worker looks every few seconds: what waits longer waits for a worker that is not there. */
const LONGEST_WAIT_MINUTES = 5;

/** Does what must follow acts follow them? */
export async function checkOutbox({ dataSource }: Patient): Promise<Finding> {
  const rows: { dead: number; late: number }[] = await dataSource.query(
    `select count(*) filter (where dead_at is not null)::int as dead,
            count(*) filter (where dead_at is null and delivered_at is null
              and next_attempt_at < clock_timestamp() - make_interval(mins => $1))::int as late
     from outbox_messages where delivered_at is null`,
    [LONGEST_WAIT_MINUTES],
  );
  const { dead, late } = rows[0]!;
  const wrong = [
    ...(dead > 0 ? [`${dead} message(s) failed for good: see last_error in outbox_messages`] : []),
    ...(late > 0
      ? [`${late} message(s) wait over ${LONGEST_WAIT_MINUTES} min: is a worker up?`]
      : []),
  ];
  return findingOf('outbox', dead > 0 ? 'fault' : 'warning', wrong, 'nothing waits');
}

/** Was every round closed at its instant? */
export async function checkRounds({ dataSource }: Patient): Promise<Finding> {
  const rows: { id: string }[] = await dataSource.query(
    `select id from rounds
     where closed_at is null
       and voting_until < clock_timestamp() - make_interval(mins => $1)
     order by voting_until`,
    [LONGEST_WAIT_MINUTES],
  );
  const wrong = rows.map(({ id }) => `round ${id} is over and not closed: is a worker up?`);
  return findingOf('rounds', 'fault', wrong, 'every ended voting is closed');
}
