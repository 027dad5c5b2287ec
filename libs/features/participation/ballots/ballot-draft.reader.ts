import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BallotDraft } from './ballot-draft.js';
import type { DraftKey } from './ballot-draft.repository.js';

/** The draft of a browser, as its pages show it. */
@Injectable()
export class BallotDraftReader {
  constructor(private readonly dataSource: DataSource) {}

  async find({ tokenDigest, roundId }: DraftKey): Promise<BallotDraft | null> {
    const rows: BallotDraft[] = await this.dataSource.query(
      `select district_kato as district, seed, choices
       from ballot_drafts where token_digest = $1 and round_id = $2`,
      [tokenDigest, roundId],
    );
    return rows[0] ?? null;
  }
}
