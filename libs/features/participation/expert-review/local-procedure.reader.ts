import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';

/** What local acts say on the review of a proposal: the time limits and the Council's procedure. */
@Injectable()
export class LocalProcedureReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly overrides: LocalOverrideReader,
  ) {}

  /** The acts of the proposal's territory and of those above it, the nearest first. */
  async listOf(proposalId: string): Promise<readonly LocalOverride[]> {
    const rows: { territory: string }[] = await this.dataSource.query(
      `select coalesce(p.pot_kato, r.territory_kato) as territory
       from proposals p join rounds r on r.id = p.round_id where p.id = $1`,
      [proposalId],
    );
    return rows[0] ? this.overrides.listFor(rows[0].territory) : [];
  }
}
