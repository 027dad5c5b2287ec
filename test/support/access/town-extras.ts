import { StageKeeper } from '#platform/load/stage-keeper.js';
import type { TestPortal } from '../test-portal.js';

/** Rows of every kind that the demo town leaves out, so that an address can name one. */
export async function furnish({ app, dataSource }: TestPortal): Promise<void> {
  for (const statement of ROWS) await dataSource.query(statement);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/pressure-reports',
    payload: PRESSURE,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  // Pages tell a stage of load: it must not change between two answers.
  await app.get(StageKeeper, { strict: false }).lookAtSwitches();
}

const PRESSURE = {
  territory: '992030000',
  kind: 'pressure',
  text: 'Мектепте дауыс беруге мәжбүрлейді, куәгерлер бар, мән-жайы осындай.',
};

const ROWS: readonly string[] = [
  `insert into portal_switches (at, switch, value, reason, person_id)
   select now(), 'stage', 'full', 'Сынақ үшін тұрақты кезең', id from residents limit 1`,
  `insert into agenda_requests (id, territory_kato, petition_id, asked_by, asked_at, reasons_kk, reasons_ru)
 select gen_random_uuid(), p.territory_kato, p.id, p.deputy_id, now(), 'Негіздеме', 'Основание' from petitions p where p.state='open' and p.kind='deputy-collection' limit 1`,
  `insert into round_extensions (id, round_id, former_until, new_until, reason_kk, reason_ru, proposed_by, proposed_at)
 select gen_random_uuid(), r.id, r.voting_until, r.voting_until + interval '1 day', 'Негіздеме', 'Основание', h.resident_id, now()
 from rounds r join role_holdings h on h.role='officer' and h.territory_kato = '992000000' where r.territory_kato='992050000' and voting_until > now() and voting_from < now() limit 1`,
  `insert into delegations (id, from_person, to_person, role, territory_kato, post_kk, post_ru, from_on, until_on, act, at)
 select gen_random_uuid(), a.resident_id, b.resident_id, 'officer', '992000000', 'маман','специалист', current_date, current_date + 20, '№ 1', now()
 from role_holdings a, role_holdings b where a.role='officer' and a.territory_kato='992000000' and b.role='officer' and b.territory_kato='992000000' and a.id<>b.id limit 1`,
  `insert into desk_handovers (id, role, territory_kato, holding_id, from_person, to_person, post_kk, post_ru, ground, open_matters, digest, state, drawn_by, drawn_post_kk, drawn_post_ru, drawn_at)
 select gen_random_uuid(), 'officer', '991000000', a.id, a.resident_id, b.resident_id, 'маман','специалист', 'ground', '[]', sha256('x'), 'drawn', k.resident_id, 'әкім','аким', now()
 from role_holdings a, role_holdings b, role_holdings k where a.role='officer' and a.territory_kato='991000000' and b.role='officer' and b.territory_kato='991000000' and a.id<>b.id and k.role='akim' and k.territory_kato='991000000' limit 1`,
  `insert into quarantines (id, round_id, signal, subject, ballots) select gen_random_uuid(), r.id, 'night', null, 12 from rounds r where r.closed_at is not null limit 1`,
  `insert into quarantine_motions (id, quarantine_id, aim, reason_kk, reason_ru, preview, moved_by, moved_at) select gen_random_uuid(), q.id, 'set-aside', 'Негіздеме','Основание', '{}', h.resident_id, now() from quarantines q, role_holdings h where h.role='auditor' limit 1`,
  `insert into round_lotteries select r.id, repeat('a',64), repeat('b',64), 'Мән','Значение', h.resident_id, now() from rounds r, role_holdings h where h.role='officer' and h.territory_kato='992000000' and r.closed_at is not null limit 1`,
  `insert into lottery_draws (id, round_id, public_value, source, protocol_number, text_kk, text_ru, entered_by, entered_at) select gen_random_uuid(), l.round_id, '12345', 'https://example.org/','1','Мәтін','Текст', l.promised_by, now() from round_lotteries l`,
  `insert into minutes_remarks (id, minutes_id, member_id, person_id, body, language, made_at) select gen_random_uuid(), m.id, b.id, b.resident_id, 'Ескерту','kk', now() from minutes m, body_members b where m.state='draft' and b.resident_id is not null limit 1`,
  `insert into budget_imports (id, budget_id, by_person, budget_version, replaces, lines, made_at) select gen_random_uuid(), b.id, h.resident_id, b.version, false, '[]', now() from budgets b, role_holdings h where b.state='draft' and h.role='officer' limit 1`,
  `insert into meetings (id, territory_kato, kind, state, starts_at, held_on, place_kk, place_ru, convener, created_by, created_at, version, minutes_due_on)
   select gen_random_uuid(), territory_kato, kind, 'planned', starts_at, held_on, place_kk, place_ru, convener, created_by, created_at, 1, minutes_due_on from meetings where state = 'convened' limit 1`,
  `insert into petitions (id, number, kind, state, deputy_id, body, territory_kato, title_kk, title_ru, text_kk, text_ru, submitted_at, created_at, version)
   select gen_random_uuid(), '2026-9001', kind, 'under-check', deputy_id, body, territory_kato, title_kk, title_ru, text_kk, text_ru, submitted_at, created_at, 1 from petitions where kind = 'deputy-collection' and state = 'open' limit 1`,
];
