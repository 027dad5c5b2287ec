import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { DecisionRow, HallSeatRow, SessionMaterialRow, SessionRow } from './session-row.js';
import { DECISION, HALL, MATERIALS, SESSION } from './session.sql.js';

/** Questions about sessions of maslikhats and what they decided. */
@Injectable()
export class SessionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `maslikhat-session.not_found` */
  async get(id: string): Promise<SessionRow> {
    const rows: SessionRow[] = isUuid(id)
      ? await this.dataSource.query(`${SESSION} where s.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'maslikhat-session.not_found');
    return rows[0];
  }

  async getMaslikhat(id: string): Promise<string> {
    return (await this.get(id)).maslikhat;
  }

  /** The latest first. */
  async list(maslikhat: string | undefined, limit: number): Promise<SessionRow[]> {
    return this.dataSource.query(
      `${SESSION} where $1::text is null or s.maslikhat_kato = $1
       order by s.session_on desc, s.id desc limit $2`,
      [maslikhat ?? null, limit],
    );
  }

  /** Everybody who may decide in the session, by family name. */
  async listHall(id: string): Promise<HallSeatRow[]> {
    return this.dataSource.query(HALL, [id]);
  }

  /** What the deputies were given, by question. */
  async listMaterials(id: string): Promise<SessionMaterialRow[]> {
    return this.dataSource.query(MATERIALS, [id]);
  }

  /** Decisions of a session or about a budget, the earliest first. */
  async listDecisions(of: { session?: string; budget?: string }): Promise<DecisionRow[]> {
    return this.dataSource.query(
      `${DECISION} where ($1::uuid is null or d.session_id = $1)
         and ($2::uuid is null or d.budget_id = $2) order by d.at, d.id`,
      [of.session ?? null, of.budget ?? null],
    );
  }

  /** @throws DomainError not-found `maslikhat-session.decision_not_found` */
  async getDecision(id: string): Promise<DecisionRow> {
    const rows: DecisionRow[] = isUuid(id)
      ? await this.dataSource.query(`${DECISION} where d.id = $1`, [id])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'maslikhat-session.decision_not_found');
    return rows[0];
  }
}
