import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { StoredCouncilVote } from './council-vote.record.js';

/** A member of the Expert Council; the Council is published by name. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly post: OfficialText;
}

/** A proposal that waits for the Council. */
export interface CouncilAgendaRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly language: string;
  readonly state: ProposalState;
  readonly category: string | null;
  readonly territory: string;
  readonly costTiyn: Tiyn | null;
  readonly checkedCostTiyn: Tiyn | null;
  readonly version: number;
  /** The Council's decision, on record but not carried out yet. */
  readonly admitted: boolean | null;
  readonly protocolNumber: string | null;
}

export interface ProtocolVoteRow {
  readonly name: string;
  readonly vote: StoredCouncilVote;
}

/** One decision as the protocol prints it. */
export interface ProtocolRow {
  readonly number: string;
  readonly title: string;
  readonly language: string;
  readonly at: Date;
  readonly admitted: boolean;
  readonly members: number;
  readonly required: number;
  readonly checkedCostTiyn: Tiyn | null;
  readonly votes: readonly ProtocolVoteRow[];
  readonly grounds: readonly string[];
  readonly reasons: OfficialText | null;
}

export interface ProtocolHead {
  readonly protocolNumber: string;
  readonly at: Date;
  readonly decisions: number;
  readonly admitted: number;
}

/** Questions about the Expert Council's sittings. */
@Injectable()
export class CouncilReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Who holds a seat on a day, in Kazakh order of names. */
  async listMembers(territoryPath: readonly string[], on: CivilDate): Promise<MemberRow[]> {
    return this.dataSource.query(
      `select id, name, post from (
         select distinct on (h.resident_id) h.resident_id as id,
           concat_ws(' ', p.family_name, p.given_name) as name,
           jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru) as post
         from role_holdings h left join public_names p on p.resident_id = h.resident_id
         where h.role = 'expert' and h.territory_kato = any($1::text[])
           and $2::date between h.held_from and coalesce(h.held_until, 'infinity')
         order by h.resident_id, h.held_from) seats
       order by name collate "kk-x-icu", id`,
      [territoryPath, on],
    );
  }

  /** What the Council has before it; decided ones last. */
  async listAgenda(roundId: string): Promise<CouncilAgendaRow[]> {
    const rows: (CouncilAgendaRow & { costTiyn: string | null; checkedCostTiyn: string | null })[] =
      await this.dataSource.query(AGENDA, [roundId]);
    return rows.map((row) => ({
      ...row,
      costTiyn: sum(row.costTiyn),
      checkedCostTiyn: sum(row.checkedCostTiyn),
    }));
  }

  async listProtocols(roundId: string): Promise<ProtocolHead[]> {
    return this.dataSource.query(
      `select d.protocol_number as "protocolNumber", min(d.at) as at, count(*)::int as decisions,
         (count(*) filter (where d.admitted))::int as admitted
       from council_decisions d join proposals p on p.id = d.proposal_id
       where p.round_id = $1 group by d.protocol_number order by min(d.at)`,
      [roundId],
    );
  }

  /** The decisions under one protocol number of a round, by number of the proposal. */
  async listDecisions(roundId: string, protocolNumber: string): Promise<ProtocolRow[]> {
    const rows: (ProtocolRow & { checkedCostTiyn: string | null })[] = await this.dataSource.query(
      PROTOCOL,
      [roundId, protocolNumber],
    );
    return rows.map((row) => ({ ...row, checkedCostTiyn: sum(row.checkedCostTiyn) }));
  }
}

function sum(stored: string | null): Tiyn | null {
  return stored === null ? null : BigInt(stored);
}

const AGENDA = `
  select p.id, p.number, p.title, p.language, p.state, p.category,
    coalesce(p.pot_kato, r.territory_kato) as territory, p.cost_tiyn as "costTiyn",
    p.checked_cost_tiyn as "checkedCostTiyn", p.version, d.admitted,
    d.protocol_number as "protocolNumber"
  from proposals p join rounds r on r.id = p.round_id
    left join lateral (
      select c.admitted, c.protocol_number from council_decisions c
      where c.proposal_id = p.id and c.at > coalesce(
        (select max(s.at) from proposal_returns s where s.proposal_id = p.id), '-infinity')
      order by c.at desc, c.id desc limit 1) d on true
  where p.round_id = $1 and p.state in ('submitted', 'under-review', 'estimated')
  order by d.admitted is not null, p.state = 'estimated' desc, p.number`;

const PROTOCOL = `
  select p.number, p.title, p.language, d.at, d.admitted, d.members, d.required,
    p.checked_cost_tiyn as "checkedCostTiyn",
    (select coalesce(jsonb_agg(jsonb_build_object('name', concat_ws(' ', e.family_name, e.given_name),
       'vote', v.vote) order by e.family_name collate "kk-x-icu", e.given_name), '[]'::jsonb)
     from council_votes v left join public_names e on e.resident_id = v.expert_id where v.decision_id = d.id) as votes,
    coalesce(f.grounds, '{}') as grounds,
    case when f.id is not null then
      jsonb_build_object('kk', f.reasons_kk, 'ru', f.reasons_ru) end as reasons
  from council_decisions d join proposals p on p.id = d.proposal_id
    left join lateral (
      select x.id, x.grounds, x.reasons_kk, x.reasons_ru from proposal_refusals x
      where x.proposal_id = p.id and x.at >= d.at order by x.at limit 1) f on not d.admitted
  where p.round_id = $1 and d.protocol_number = $2
  order by p.number, d.at`;
