import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties of a post during an absence, and desks that pass from one official to the next. */
export class DelegationsAndHandovers1795100000001 implements MigrationInterface {
  name = 'DelegationsAndHandovers1795100000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, OFFICES_WITH_DELEGATES, ...KEPT])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OFFICES);
    await runner.query(
      `drop table handover_signatures, desk_handovers, delegation_ends, delegations`,
    );
  }
}

const TABLES = [
  `create table delegations (
    id uuid not null,
    from_person uuid not null,
    to_person uuid not null,
    role text not null,
    territory_kato text not null,
    post_kk text not null,
    post_ru text not null,
    from_on date not null,
    until_on date not null,
    act text not null,
    at timestamptz not null,
    constraint pk_delegations primary key (id),
    constraint fk_delegations_from_person foreign key (from_person) references residents (id),
    constraint fk_delegations_to_person foreign key (to_person) references residents (id),
    constraint fk_delegations_territory_kato foreign key (territory_kato) references territories (kato),
    constraint ck_delegations_people check (from_person <> to_person),
    constraint ck_delegations_period check (until_on >= from_on),
    constraint ck_delegations_act check (trim(act) <> '')
  )`,
  `create index ix_delegations_to_person on delegations (to_person)`,
  `create index ix_delegations_territory_kato on delegations (territory_kato, role)`,
  // The owner is back before the last day: whatever ends a delegation is an act of its own.
  `create table delegation_ends (
    delegation_id uuid not null,
    by_person uuid not null,
    at timestamptz not null,
    constraint pk_delegation_ends primary key (delegation_id),
    constraint fk_delegation_ends_delegation_id foreign key (delegation_id) references delegations (id),
    constraint fk_delegation_ends_by_person foreign key (by_person) references residents (id)
  )`,
  `create table desk_handovers (
    id uuid not null,
    role text not null,
    territory_kato text not null,
    holding_id uuid not null,
    from_person uuid not null,
    to_person uuid not null,
    post_kk text not null,
    post_ru text not null,
    ground text not null,
    open_matters jsonb not null,
    added_matters jsonb,
    digest bytea not null,
    state text not null,
    drawn_by uuid not null,
    drawn_post_kk text not null,
    drawn_post_ru text not null,
    drawn_at timestamptz not null,
    handed_on date,
    constraint pk_desk_handovers primary key (id),
    constraint fk_desk_handovers_territory_kato foreign key (territory_kato) references territories (kato),
    constraint fk_desk_handovers_holding_id foreign key (holding_id) references role_holdings (id),
    constraint fk_desk_handovers_from_person foreign key (from_person) references residents (id),
    constraint fk_desk_handovers_to_person foreign key (to_person) references residents (id),
    constraint fk_desk_handovers_drawn_by foreign key (drawn_by) references residents (id),
    constraint ck_desk_handovers_people check (from_person <> to_person),
    constraint ck_desk_handovers_ground check (trim(ground) <> ''),
    constraint ck_desk_handovers_digest check (octet_length(digest) = 32),
    constraint ck_desk_handovers_state check (state in ('drawn', 'handed-over', 'cancelled')),
    constraint ck_desk_handovers_handed_on check
      (num_nonnulls(handed_on, added_matters) = case state when 'handed-over' then 2 else 0 end)
  )`,
  `create index ix_desk_handovers_territory_kato on desk_handovers (territory_kato)`,
  // A desk is handed over by one act at a time.
  `create unique index uq_desk_handovers_drawn on desk_handovers (holding_id) where state = 'drawn'`,
  `create table handover_signatures (
    handover_id uuid not null,
    side text not null,
    person_id uuid not null,
    digest bytea not null,
    at timestamptz not null,
    constraint pk_handover_signatures primary key (handover_id, side),
    constraint fk_handover_signatures_handover_id foreign key (handover_id) references desk_handovers (id),
    constraint fk_handover_signatures_person_id foreign key (person_id) references residents (id),
    constraint ck_handover_signatures_side check (side in ('outgoing', 'incoming')),
    constraint ck_handover_signatures_digest check (octet_length(digest) = 32)
  )`,
];

const OFFICES = `
  create or replace view offices_held as
    select resident_id, role, territory_kato, post_kk, post_ru, held_from, held_until
    from role_holdings
    union all
    select m.resident_id, 'deputy', c.territory_kato,
           t.name_kk || ' мәслихатының депутаты', 'Депутат маслихата: ' || t.name_ru,
           m.held_from, m.held_until
    from mandates m join convocations c on c.id = m.convocation_id
         join territories t on t.kato = c.territory_kato`;

// Who stands in for an absent holder acts in the holder's role, and every act says so by the post.
const OFFICES_WITH_DELEGATES = `${OFFICES}
    union all
    select d.to_person, d.role, d.territory_kato, d.post_kk || ' міндетін атқарушы',
           'И. о.: ' || d.post_ru, d.from_on, d.until_on
    from delegations d
    where not exists (select from delegation_ends e where e.delegation_id = d.id)
      and exists (select from role_holdings h
                  where h.resident_id = d.from_person and h.role = d.role
                    and h.territory_kato = d.territory_kato
                    and (clock_timestamp() at time zone 'Asia/Almaty')::date
                        between h.held_from and coalesce(h.held_until, 'infinity'))`;

const KEPT = [
  ...['delegations', 'delegation_ends', 'handover_signatures'].map(
    (
      table,
    ) => `create trigger tr_${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  // Whoever signed an act of hand-over has signed this text and no other.
  `create trigger tr_desk_handovers_kept before update on desk_handovers for each row
     when ((old.state, old.open_matters, old.digest, old.from_person, old.to_person, old.holding_id)
           is distinct from
           ('drawn', new.open_matters, new.digest, new.from_person, new.to_person, new.holding_id))
     execute function refuse_change()`,
  `create trigger tr_desk_handovers_never_gone before delete or truncate on desk_handovers
     for each statement execute function refuse_change()`,
];
