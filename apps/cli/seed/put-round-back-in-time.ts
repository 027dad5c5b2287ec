import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Acts of a review that nothing may change afterwards, but for the demo. */
const KEPT = [
  'formal_checks',
  'proposal_returns',
  'technical_estimates',
  'council_decisions',
  'proposal_admissions',
] as const;

const BY_PROPOSAL = [...KEPT, 'proposal_refusals', 'proposal_versions', 'proposal_withdrawals'];

/**
 * For the invented town alone: moves a round's calendar and the dates of its acts back, as if all of
 * it had happened that many days ago. What the audit trail holds stays as it was written.
 */
export async function putRoundBackInTime(
  app: INestApplicationContext,
  roundId: string,
  days: number,
): Promise<void> {
  await app.get(DataSource, { strict: false }).transaction(async (manager) => {
    for (const table of KEPT)
      await manager.query(`alter table ${table} disable trigger tr_${table}_kept`);
    for (const statement of MOVES) await manager.query(statement, [roundId, days]);
    for (const table of KEPT)
      await manager.query(`alter table ${table} enable trigger tr_${table}_kept`);
  });
}

const BACK = `make_interval(days => $2::int)`;
const OF_ROUND = `proposal_id in (select id from proposals where round_id = $1)`;

const MOVES: readonly string[] = [
  `update rounds set ${earlier([
    'intake_from',
    'intake_until',
    'review_until',
    'voting_from',
    'voting_until',
    'decision_by',
    'created_at',
  ])} where id = $1`,
  `update proposals set ${earlier(['created_at', 'submitted_at'])}, correct_by = correct_by - $2::int
   where round_id = $1`,
  ...BY_PROPOSAL.map((table) => `update ${table} set ${earlier(['at'])} where ${OF_ROUND}`),
  `update proposal_files set ${earlier(['added_at'])} where ${OF_ROUND}`,
  `update proposal_returns set deadline = deadline - $2::int where ${OF_ROUND}`,
  `update proposal_refusals set remarks_until = remarks_until - $2::int,
     ${earlier(['final_at'])} where ${OF_ROUND}`,
  `update proposal_appeals set decide_by = decide_by - $2::int,
     ${earlier(['filed_at', 'decided_at'])} where ${OF_ROUND}`,
  `update ballots set ${earlier(['cast_at'])} where round_id = $1`,
];

function earlier(columns: readonly string[]): string {
  return columns.map((column) => `${column} = ${column} - ${BACK}`).join(', ');
}
