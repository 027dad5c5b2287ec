import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';

/** States in which somebody in office, or the author, still has something to do. */
export const QUEUES = [
  'submitted',
  'under-review',
  'estimated',
  'returned',
  'provisionally-refused',
  'appealed',
] as const satisfies readonly ProposalState[];

export type Queue = (typeof QUEUES)[number];

/** One proposal in an officer's inbox. */
export interface InboxRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly language: string;
  readonly category: string | null;
  readonly state: Queue;
  readonly roundId: string;
  readonly roundTitle: OfficialText;
  readonly territoryName: OfficialText;
  readonly submittedAt: Date;
  /** The last day: of the review, of the author's correction or remarks, of the re-examination. */
  readonly dueOn: CivilDate;
  readonly appealId: string | null;
  /** Who refused: that person never decides on the appeal. */
  readonly refusedBy: string | null;
}

/** Which part of the inbox a person asks for. */
export interface InboxQuestion {
  /** Territories for which the person holds an office of the review. */
  readonly territories: readonly string[];
  readonly state: Queue | null;
  /** Only what this person has acted on before. */
  readonly touchedBy: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Work of the review that waits, the most urgent first. */
@Injectable()
export class ReviewInboxReader {
  constructor(private readonly dataSource: DataSource) {}

  async list({ territories, state, touchedBy, limit, offset }: InboxQuestion): Promise<InboxRow[]> {
    return this.dataSource.query(`${LIST} order by "dueOn", p.number limit $4 offset $5`, [
      territories,
      state === null ? QUEUES : [state],
      touchedBy,
      limit,
      offset,
    ]);
  }

  /** How many proposals stand in each queue; a queue without any is left out. */
  async count(
    question: Pick<InboxQuestion, 'territories' | 'touchedBy'>,
  ): Promise<Partial<Record<Queue, number>>> {
    const rows: { state: Queue; count: number }[] = await this.dataSource.query(
      `select state, count(*)::int as count from (${LIST}) waiting group by state`,
      [question.territories, QUEUES, question.touchedBy],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }
}

const ACTS = [
  'formal_checks',
  'proposal_returns',
  'technical_estimates',
  'council_decisions',
  'proposal_refusals',
];

const TOUCHED = ACTS.map(
  (table) => `exists (select from ${table} x where x.proposal_id = p.id and x.officer_id = $3)`,
).join(' or ');

const LIST = `
  select p.id, p.number, p.title, p.language, p.category, p.state, p.round_id as "roundId",
    jsonb_build_object('kk', r.title_kk, 'ru', r.title_ru) as "roundTitle",
    jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru) as "territoryName",
    p.submitted_at as "submittedAt", a.id as "appealId",
    f.officer_id as "refusedBy",
    (case p.state when 'returned' then p.correct_by when 'appealed' then a.decide_by
      when 'provisionally-refused' then f.remarks_until
      else ((r.review_until - interval '1 millisecond') at time zone 'Asia/Almaty')::date
     end)::text as "dueOn"
  from proposals p join rounds r on r.id = p.round_id
    join territories u on u.kato = coalesce(p.pot_kato, r.territory_kato)
    left join proposal_refusals f on f.proposal_id = p.id and f.final_at is null
    left join proposal_appeals a on a.refusal_id = f.id and a.decided_at is null
  where u.path && $1::text[] and p.state = any($2::text[])
    and ($3::uuid is null or ${TOUCHED})`;
