import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { foldText } from '#rules/kernel/fold-text.js';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';

/** What is being written, and where. */
export interface SimilarQuestion {
  readonly proposalId: string;
  readonly title: string;
  readonly idea: string;
  readonly address: string;
}

/** A proposal like it: of this round, or of an earlier one of the same territory. */
export interface SimilarProposalRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly language: string;
  readonly address: string;
  readonly state: ProposalState;
  readonly year: number;
  readonly sameRound: boolean;
  /** Metres from the place being proposed; null where either has no coordinates. */
  readonly metres: number | null;
}

const MOST = 10;
const NEAR_METRES = 150;

/** Finds proposals like one being written, however their authors spell. */
@Injectable()
export class SimilarProposalReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The most alike first; those of a place near by count as alike too. */
  async list(question: SimilarQuestion): Promise<SimilarProposalRow[]> {
    const title = foldText(question.title);
    const place = foldText(question.address);
    return this.dataSource.query(SIMILAR, [question.proposalId, title, place, NEAR_METRES, MOST]);
  }
}

// Word similarity, for a title is short and the text it is looked for in is long; title and
// address stand at its beginning.
const SIMILAR = `
  with own as (
    select p.*, r.territory_kato from proposals p join rounds r on r.id = p.round_id where p.id = $1
  ), others as (
    select p.id, p.number, p.title, p.language, p.address, p.state, r.year,
      p.round_id = own.round_id as "sameRound",
      round(6371000 * 2 * asin(least(1, sqrt(
        power(sin(radians(p.latitude - own.latitude) / 2), 2) + cos(radians(p.latitude))
          * cos(radians(own.latitude)) * power(sin(radians(p.longitude - own.longitude) / 2), 2))
      )))::int as metres,
      greatest(word_similarity($2, left(p.search_text, 400)),
        case when $3 = '' then 0 else strict_word_similarity($3, left(p.search_text, 400)) end) as likeness
    from own join proposals p on p.id <> own.id and p.number is not null
      join rounds r on r.id = p.round_id and r.territory_kato = own.territory_kato
  )
  select id, number, title, language, address, state, year, "sameRound", metres from others
  where likeness >= 0.5 or metres <= $4
  order by coalesce(metres <= $4, false) desc, likeness desc, id desc limit $5`;
