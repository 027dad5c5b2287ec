import { INSTANT, WORKS_COLUMNS, WORKS_TABLES } from './works.sql.js';

/** The line that holds the project's money, with the decision that adopted it. */
const BUDGET = `(
  select jsonb_build_object('id', b.id, 'year', b.year, 'amountTiyn', l.amount_tiyn::text,
    'submittedOn', b.submitted_on, 'adoptedOn', b.adopted_on, 'decisionId', d.id,
    'decisionNumber', d.number)
  from budget_lines l join budgets b on b.id = l.budget_id
    left join maslikhat_decisions d on d.budget_id = b.id and d.kind = 'adoption'
  where l.origin_kind = 'project' and l.origin_id = p.id::text)`;

const LAST_ACT = `greatest(r.published_at, ${[
  'works_contracts',
  'works_milestones',
  'scope_changes',
  'works_decisions',
  'works_acceptances',
]
  .map((table) => `(select max(x.at) from ${table} x where x.project_id = p.id)`)
  .join(', ')})`;

const FACTS = `jsonb_build_object(
    'title', jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)),
    'problem', p.problem, 'idea', p.idea, 'category', p.category, 'address', p.address,
    'latitude', p.latitude, 'longitude', p.longitude, 'kato', t.kato,
    'territoryName', jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)),
    'publishedAt', ${INSTANT('r.published_at')}, 'updatedAt', ${INSTANT(LAST_ACT)}, 'budget', ${BUDGET})`;

/** Winners of published results: $1 one of them, or $2 of a unit and below, after $3, at most $4. */
export const EXPORTED_WORKS = `
  select ${WORKS_COLUMNS}, ${FACTS} as facts from ${WORKS_TABLES}
  where p.state = 'winner' and r.published_at is not null
    and ($1::uuid is null or p.id = $1) and ($2::text is null or $2 = any(t.path))
    and ($3::text is null or p.number > $3)
  order by p.number limit $4`;
