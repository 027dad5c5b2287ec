import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficialText } from '#rules/kernel/official-text.js';

export interface ExtensionRow {
  readonly id: string;
  readonly roundId: string;
  readonly formerUntil: Date;
  readonly newUntil: Date;
  readonly reason: OfficialText;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedAt: Date | null;
}

const COLUMNS = `id, round_id as "roundId", former_until as "formerUntil", new_until as "newUntil",
  jsonb_build_object('kk', reason_kk, 'ru', reason_ru) as reason, proposed_by as "proposedBy",
  proposed_at as "proposedAt", confirmed_at as "confirmedAt"`;

/** Questions about extensions of the voting. */
@Injectable()
export class RoundExtensionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Those in force, in time: what everybody sees. */
  async listConfirmed(roundId: string): Promise<ExtensionRow[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from round_extensions
       where round_id = $1 and confirmed_at is not null order by confirmed_at`,
      [roundId],
    );
  }

  /** Those that wait for a second officer and still fit the end of the voting. */
  async listPending(roundId: string): Promise<ExtensionRow[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from round_extensions
       where round_id = $1 and confirmed_at is null
         and former_until = (select voting_until from rounds where id = $1)
       order by proposed_at`,
      [roundId],
    );
  }

  async find(id: string): Promise<ExtensionRow | null> {
    const rows: ExtensionRow[] = await this.dataSource.query(
      `select ${COLUMNS} from round_extensions where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }
}
