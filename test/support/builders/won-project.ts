import { v7 } from 'uuid';
import type { TestPortal } from '../test-portal.js';

/** A project that residents of a unit chose in a round published this many days ago. */
export async function aWonProject(
  portal: TestPortal,
  wish: { readonly territory: string; readonly number: string; readonly daysAgo: number },
): Promise<{ readonly id: string; readonly roundId: string }> {
  const [roundId, id] = [v7(), v7()];
  await portal.dataSource.query(
    `insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind,
       ballot_min, ballot_max, rule, minimum_votes, minimum_age, intake_from, intake_until,
       review_until, voting_from, voting_until, decision_by, legal_basis, frozen_at, closed_at,
       published_at)
     select $1, $2, 2026, 'Айналым', 'Раунд', false, 'approval', 1, 3, '{"name":"greedy"}', 1, 18,
       d - interval '50 days', d - interval '40 days', d - interval '30 days', d - interval '20 days',
       d - interval '10 days', d, '{}', d - interval '20 days', d - interval '5 days',
       d - interval '1 day'
     from (select clock_timestamp() - $3 * interval '1 day' as d) x`,
    [roundId, wish.territory, wish.daysAgo],
  );
  await portal.dataSource.query(
    `insert into proposals (id, round_id, author_id, state, number, language, title, title_kk,
       title_ru, cost_tiyn, checked_cost_tiyn, submitted_at)
     select $1, $2, r.id, 'winner', $3, 'kk', 'Алаң', 'Балалар алаңы', 'Детская площадка', 60000,
       50000, clock_timestamp() - ($4 + 45) * interval '1 day'
     from residents r limit 1`,
    [id, roundId, wish.number, wish.daysAgo],
  );
  return { id, roundId };
}
