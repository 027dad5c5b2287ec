import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

const NAME = (t: string) =>
  `jsonb_build_object('kk', ${t}.name_kk, 'ru', ${t}.name_ru, 'en', ${t}.name_en)`;

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

const PERSON = `concat_ws(' ', p.family_name, p.given_name, p.patronymic)`;

const LISTED = `
  d.id, d.territory_kato as territory, ${NAME('t')} as "territoryName", t.path as "territoryPath",
  d.maslikhat_kato as maslikhat, ${NAME('m')} as "maslikhatName", d.ground, d.state,
  d.raised_on::text as "raisedOn", d.since::text as since, d.step_by::text as "stepBy",
  ${TODAY}::text as today`;

const TABLES = `
  dismissals d join territories t on t.kato = d.territory_kato
    join territories m on m.kato = d.maslikhat_kato`;

const SIGNERS = `
  coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', ${PERSON})
      order by p.family_name collate "kk-x-icu", w.id)
    from mandates w left join public_names p on p.resident_id = w.resident_id where w.id = any(a.deputies)), '[]')`;

const VOTES = `
  coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', ${PERSON}, 'side', v.side)
      order by p.family_name collate "kk-x-icu", w.id)
    from dismissal_votes v join mandates w on w.id = v.mandate_id
      left join public_names p on p.resident_id = w.resident_id where v.act_id = a.id), '[]')`;

const ACTS = `
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'act', a.act,
      'state', a.state, 'on', a.acted_on, 'stepBy', a.step_by, 'deputies', ${SIGNERS},
      'ofDeputies', a.of_deputies, 'required', a.required,
      'session', case when s.id is not null
        then jsonb_build_object('id', s.id, 'number', s.number) end,
      'present', a.present, 'quorum', a.quorum, 'actNumber', a.act_number,
      'text', jsonb_build_object('kk', a.text_kk, 'ru', a.text_ru), 'votes', ${VOTES},
      'post', jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru),
      'enclosures', ${enclosuresOf('dismissal-act', 'a.id')}) order by a.number)
    from dismissal_acts a left join maslikhat_sessions s on s.id = a.session_id
    where a.dismissal_id = d.id), '[]')`;

const MINUTES = `
  (select jsonb_build_object('id', n.id, 'number', n.number, 'isPublic', n.state = 'published',
     'item', (select (i ->> 'number')::int from jsonb_array_elements(n.document -> 'items') i
        where i ->> 'question' = case d.ground when 'assembly-initiative' then 'akim-dismissal'
          else 'akim-report' end limit 1))
   from minutes n where n.id = d.minutes_id)`;

/** A dismissal whole, in one statement; add `where`. */
export const DISMISSAL = `
  select ${LISTED}, d.repeats_id as repeats, ${MINUTES} as minutes, ${ACTS} as acts,
    (select ${PERSON} from public_names p where p.resident_id = d.akim_id) as akim,
    (select count(*) from mandates w join convocations v on v.id = w.convocation_id
     where v.territory_kato = d.maslikhat_kato
       and ${TODAY} between w.held_from and w.held_until)::int as deputies
  from ${TABLES}`;

/** Dismissals as a list shows them; add `where`. */
export const LISTED_DISMISSALS = `select ${LISTED} from ${TABLES}`;
