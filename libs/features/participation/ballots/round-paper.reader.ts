import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { PaperProject } from '#rules/participation/ballot.js';
import { ballotRuleOf, type BallotColumns } from './ballot-columns.js';
import type { RoundPaper } from './round-paper.js';

interface PaperRow extends BallotColumns {
  readonly version: number;
  readonly territory: string;
  readonly minimumAge: number;
  readonly replacingAllowed: boolean;
  readonly pots: Readonly<Record<string, string>>;
  readonly projects: readonly ProjectOnPaperRow[] | null;
}

interface ProjectOnPaperRow {
  readonly id: string;
  readonly number: number;
  readonly cost: string;
  readonly pot: string;
  readonly withdrawn: boolean;
}

/**
 * Papers kept in memory: after the opening nothing on them changes but withdrawals, and those raise
 * the version, which the casting statement compares with the row.
 */
@Injectable()
export class RoundPaperReader {
  private readonly papers = new Map<string, RoundPaper>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found */
  async get(roundId: string): Promise<RoundPaper> {
    return this.papers.get(roundId) ?? this.reload(roundId);
  }

  /** Reads the paper anew; for an act that met another version than the one in memory. */
  async reload(roundId: string): Promise<RoundPaper> {
    const rows: PaperRow[] = await this.dataSource.query(PAPER, [roundId]);
    if (!rows[0]) throw new DomainError('not-found', 'round.not_found');
    const paper = paperOf(roundId, rows[0]);
    this.papers.set(roundId, paper);
    return paper;
  }
}

function paperOf(roundId: string, row: PaperRow): RoundPaper {
  const rule: BallotRule = ballotRuleOf(row);
  const pots = new Map(Object.entries(row.pots).map(([kato, tiyn]) => [kato, BigInt(tiyn)]));
  const projects = new Map((row.projects ?? []).map((each) => [each.id, onPaper(each)]));
  return {
    roundId,
    version: row.version,
    paper: { rule, projects, pots },
    voterRule: { territory: row.territory, voterAge: row.minimumAge },
    replacingAllowed: row.replacingAllowed,
  };
}

function onPaper(row: ProjectOnPaperRow): PaperProject {
  return {
    number: row.number,
    costTiyn: BigInt(row.cost),
    pot: row.pot,
    isWithdrawn: row.withdrawn,
  };
}

/** Numbers are given at admission and stay with a project that is withdrawn later. */
const PAPER = `
  select r.paper_version as version, r.territory_kato as territory, r.minimum_age as "minimumAge",
         r.replacing_allowed as "replacingAllowed", r.ballot_kind as "kind", r.ballot_min as "min",
         r.ballot_max as "max", r.ballot_points as "points",
         r.ballot_points_per_project as "pointsPerProject",
         (select jsonb_object_agg(territory_kato, amount_tiyn::text) from round_pots where round_id = r.id) as pots,
         (select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.ballot_number,
            'cost', coalesce(p.checked_cost_tiyn, p.cost_tiyn)::text, 'pot', p.pot_kato,
            'withdrawn', p.state = 'withdrawn'))
          from proposals p where p.round_id = r.id and p.ballot_number is not null) as projects
  from rounds r where r.id = $1`;
