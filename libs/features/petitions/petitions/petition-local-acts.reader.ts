import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';

/** What local acts say on a petition's territory where the law is silent. */
@Injectable()
export class PetitionLocalActsReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly overrides: LocalOverrideReader,
  ) {}

  /** The acts of the addressed territory and of those above it, the nearest first. */
  async listOf(petitionId: string): Promise<readonly LocalOverride[]> {
    const rows: { territory: string }[] = await this.dataSource.query(
      `select territory_kato as territory from petitions where id = $1`,
      [petitionId],
    );
    return rows[0] ? this.overrides.listFor(rows[0].territory) : [];
  }
}
