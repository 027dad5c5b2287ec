import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

/** Today in Kazakhstan by the database's clock. */
export const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

export const CONSTITUENCY = `jsonb_build_object('id', c.id, 'number', c.number, 'kind', c.kind,
  'name', jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru), 'seats', c.seats,
  'territories', coalesce((
    select jsonb_agg(jsonb_build_object('kato', ct.territory_kato,
      'name', jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru),
      'part', case when ct.part_kk is not null
                   then jsonb_build_object('kk', ct.part_kk, 'ru', ct.part_ru) end)
      order by ct.territory_kato)
    from constituency_territories ct join territories u on u.kato = ct.territory_kato
    where ct.constituency_id = c.id), '[]'))`;

export const LINE = `m.id, m.resident_id as "personId", m.constituency_id as "constituencyId", m.seat,
  concat_ws(' ', p.family_name, p.given_name, p.patronymic) as name,
  case when m.party_kk is not null
       then jsonb_build_object('kk', m.party_kk, 'ru', m.party_ru) end as party,
  m.held_from::text as "from", m.held_until::text as "until"`;

export const DEPUTY = `
  select ${LINE}, v.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName",
    jsonb_build_object('id', v.id, 'number', v.number, 'from', v.begins_on,
      'until', v.ends_on) as convocation,
    ${CONSTITUENCY} as constituency, m.phone, m.email,
    case when m.reception_kk is not null
         then jsonb_build_object('kk', m.reception_kk, 'ru', m.reception_ru) end as reception,
    case when m.end_ground is not null
         then jsonb_build_object('ground', m.end_ground, 'act', m.end_act) end as "end",
    coalesce((
      select jsonb_agg(jsonb_build_object('name', jsonb_build_object('kk', k.name_kk, 'ru', k.name_ru),
        'isChair', cm.is_chair) order by k.place)
      from commission_members cm join commissions k on k.id = cm.commission_id
      where cm.mandate_id = m.id), '[]') as commissions,
    coalesce((
      select jsonb_agg(jsonb_build_object('year', r.year, 'on', r.reported_on,
        'place', jsonb_build_object('kk', r.place_kk, 'ru', r.place_ru), 'link', r.link,
        'enclosures', ${enclosuresOf('deputy-report', 'r.id')})
        order by r.year desc)
      from deputy_reports r where r.mandate_id = m.id), '[]') as reports,
    coalesce((
      select jsonb_agg(jsonb_build_object('number', q.number, 'on', q.registered_on)
        order by q.registered_on, q.number)
      from recall_requests q where q.mandate_id = m.id), '[]') as "recallRequests",
    ${TODAY}::text as today, m.version
  from mandates m join convocations v on v.id = m.convocation_id
       join constituencies c on c.id = m.constituency_id
       join territories t on t.kato = v.territory_kato
       left join public_names p on p.resident_id = m.resident_id`;

export const MASLIKHAT = `
  select v.id as "convocationId", v.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName", v.number,
    v.begins_on::text as "from", v.ends_on::text as "until", ${TODAY}::text as today,
    coalesce((select jsonb_agg(${CONSTITUENCY} order by c.number)
              from constituencies c where c.convocation_id = v.id), '[]') as constituencies,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', k.id,
        'name', jsonb_build_object('kk', k.name_kk, 'ru', k.name_ru),
        'members', coalesce((select jsonb_agg(cm.mandate_id order by cm.is_chair desc, cm.mandate_id)
          from commission_members cm where cm.commission_id = k.id), '[]'),
        'chair', (select cm.mandate_id from commission_members cm
          where cm.commission_id = k.id and cm.is_chair limit 1)) order by k.place)
      from commissions k where k.convocation_id = v.id), '[]') as commissions
  from convocations v join territories t on t.kato = v.territory_kato`;
