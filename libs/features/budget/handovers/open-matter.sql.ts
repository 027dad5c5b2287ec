/**
 * Everything open on a desk, $1 its role and $2 its territory: columns kind, id, number, title,
 * due_on. A matter belongs to the post, so it stays open whoever sits there. Duties about inquiries
 * and petitions are listed as these.
 */
export const OPEN_MATTERS = `
  with units as (select t.kato from territories t where $2 = any(t.path)),
  matters (kind, id, number, title, due_on) as (
    select 'duty', o.id::text, '', jsonb_build_object('duty', o.kind), o.due_on
    from obligations o
    where o.met_on is null and o.post = $1 and o.territory_kato in (select kato from units)
      and o.object_kind not in ('inquiry', 'petition')
    union all
    select 'review', p.id::text, coalesce(p.number, ''),
      jsonb_strip_nulls(jsonb_build_object('kk', coalesce(p.title_kk, p.title),
        'ru', coalesce(p.title_ru, p.title))),
      (r.review_until at time zone 'Asia/Almaty')::date
    from proposals p join rounds r on r.id = p.round_id
    where $1 = 'officer' and r.territory_kato in (select kato from units)
      and p.state in ('submitted', 'under-review', 'estimated', 'provisionally-refused', 'appealed')
    union all
    select 'petition', p.id::text, coalesce(p.number, ''),
      jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru), coalesce(p.answer_by, p.check_by)
    from petitions p
    where p.territory_kato in (select kato from units)
      and ((p.state = 'under-check' and $1 = 'officer')
        or (p.state = 'awaiting-answer' and (p.body = 'maslikhat') = ($1 = 'maslikhat-secretary')
            and $1 in ('officer', 'akim', 'maslikhat-secretary')))
    union all
    select 'inquiry', i.id::text, i.number,
      jsonb_build_object('kk', i.title, 'ru', i.title), i.due_on
    from inquiries i left join inquiry_answers a on a.inquiry_id = i.id
    where a.inquiry_id is null and $1 in ('officer', 'akim')
      and i.addressee_kato in (select kato from units)
    union all
    select 'budget', b.id::text, b.year::text,
      jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru), null::date
    from budgets b join territories t on t.kato = b.territory_kato
    where ($1 in ('officer', 'akim') and b.state in ('draft', 'agreed', 'returned')
           and b.territory_kato in (select kato from units))
       or ($1 = 'maslikhat-secretary' and b.state = 'submitted' and b.maslikhat_kato = $2)
    union all
    select 'works', p.id::text, coalesce(p.number, ''),
      jsonb_strip_nulls(jsonb_build_object('kk', coalesce(p.title_kk, p.title),
        'ru', coalesce(p.title_ru, p.title))), null::date
    from proposals p join rounds r on r.id = p.round_id left join works w on w.project_id = p.id
    where p.state = 'winner' and $1 in ('officer', 'akim')
      and r.territory_kato in (select kato from units)
      and coalesce(w.state, 'planned') not in ('accepted', 'cancelled')
    union all
    select 'meeting', m.id::text, '', jsonb_build_object('meeting', m.kind), m.held_on
    from meetings m
    where $1 = 'secretary' and m.territory_kato in (select kato from units)
      and m.state in ('planned', 'convened', 'under-way')
    union all
    select 'minutes', m.id::text, m.number, '{}'::jsonb, m.due_on
    from minutes m
    where $1 = 'secretary' and m.territory_kato in (select kato from units)
      and m.state not in ('sent', 'published')
    union all
    select 'session', s.id::text, s.number, '{}'::jsonb, s.session_on
    from maslikhat_sessions s
    where $1 = 'maslikhat-secretary' and s.maslikhat_kato = $2
      and s.state in ('convened', 'open', 'in-break'))
  select kind, id, number, title, due_on::text as "dueOn" from matters
  order by due_on nulls last, kind, number, id`;
