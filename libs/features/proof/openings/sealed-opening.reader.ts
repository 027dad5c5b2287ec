import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';

export interface OpeningKeyRow {
  readonly recipient: string;
  readonly registeredAt: Date;
}

/** What is told of a sealed file; its bytes are for auditors. */
export interface SealedOpeningRow {
  readonly ballots: number;
  readonly bytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
  readonly sealedAt: Date;
}

/** Questions about auditors' keys and what was sealed for them. */
@Injectable()
export class SealedOpeningReader {
  constructor(private readonly dataSource: DataSource) {}

  async listKeys(roundId: string): Promise<OpeningKeyRow[]> {
    return this.dataSource.query(
      `select recipient, registered_at as "registeredAt" from opening_keys
       where round_id = $1 order by registered_at, registered_by`,
      [roundId],
    );
  }

  /** Null until the voting is closed and its last ballot in the ledger. */
  async find(roundId: string): Promise<SealedOpeningRow | null> {
    const [row]: SealedOpeningRow[] = await this.dataSource.query(
      `select ballots, length(sealed) as bytes, encode(digest, 'hex') as sha256,
              sealed_at as "sealedAt"
       from sealed_openings where round_id = $1`,
      [roundId],
    );
    return row ?? null;
  }

  /** @throws DomainError not-found `ledger.not_sealed` */
  async getBytes(roundId: string): Promise<Buffer> {
    const [row]: { sealed: Buffer }[] = await this.dataSource.query(
      `select sealed from sealed_openings where round_id = $1`,
      [roundId],
    );
    if (!row) throw new DomainError('not-found', 'ledger.not_sealed');
    return row.sealed;
  }

  /** Closed rounds with a key whose every ballot is in the ledger, not sealed yet. */
  async listToSeal(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select r.id from rounds r
       where r.closed_at is not null
         and exists (select from opening_keys k where k.round_id = r.id)
         and not exists (select from sealed_openings s where s.round_id = r.id)
         and exists (select from ledger_leaves l where l.subject = r.id and l.kind = 'closure')
       order by r.closed_at, r.id`,
    );
    return rows.map(({ id }) => id);
  }
}
