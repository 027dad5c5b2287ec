import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ResidentRow {
  readonly id: string;
  readonly territory: string;
}

/** Questions about residents. */
@Injectable()
export class ResidentReader {
  constructor(private readonly dataSource: DataSource) {}

  async findByPseudonym(pseudonym: Buffer): Promise<ResidentRow | null> {
    const rows: ResidentRow[] = await this.dataSource.query(
      `select id, territory_kato as territory from residents where pseudonym = $1`,
      [pseudonym],
    );
    return rows[0] ?? null;
  }
}
