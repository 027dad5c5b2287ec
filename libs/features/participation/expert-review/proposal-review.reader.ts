import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { ActRow, AppealRow, RefusalRow, ReviewCard } from './review-card.js';
import { REVIEW_CARD } from './review-card.sql.js';

/** What an id or a number may look like; the database refuses some other signs altogether. */
const READABLE = /^[\x21-\x7e]{1,60}$/;

/** What the review has said about a proposal: public but for the remarks of a return. */
@Injectable()
export class ProposalReviewReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The evaluation card of a submitted proposal, by its id or its number.
   *
   * @throws DomainError not-found `proposal.not_found`
   */
  async getCard(idOrNumber: string): Promise<ReviewCard> {
    const column = isUuid(idOrNumber) ? 'id' : 'number';
    const rows: ReviewCard[] = READABLE.test(idOrNumber)
      ? await this.dataSource.query(`${REVIEW_CARD} and p.${column} = $1`, [idOrNumber])
      : [];
    if (!rows[0]) throw new DomainError('not-found', 'proposal.not_found');
    return revived(rows[0]);
  }

  /** The proposal that an appeal is about. */
  async getProposalOfAppeal(appealId: string): Promise<string> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select proposal_id as id from proposal_appeals where id = $1`,
      [appealId],
    );
    if (!rows[0]) throw new DomainError('not-found', 'appeal.not_found');
    return rows[0].id;
  }
}

/** The driver gives JSON: instants and sums inside it are still text. */
function revived(card: ReviewCard): ReviewCard {
  const { check, estimate, decision, admission } = card;
  return {
    ...card,
    costTiyn: sum(card.costTiyn),
    checkedCostTiyn: sum(card.checkedCostTiyn),
    capTiyn: sum(card.capTiyn),
    check: check && dated(check),
    returns: card.returns.map(dated),
    estimate: estimate && { ...dated(estimate), costTiyn: BigInt(estimate.costTiyn) },
    decision: decision && dated(decision),
    admission: admission && {
      ...dated(admission),
      checkedCostTiyn: BigInt(admission.checkedCostTiyn),
    },
    refusals: card.refusals.map(revivedRefusal),
  };
}

function revivedRefusal(refusal: RefusalRow): RefusalRow {
  const { finalAt, appeal } = refusal;
  return {
    ...dated(refusal),
    finalAt: finalAt && new Date(finalAt),
    appeal: appeal && revivedAppeal(appeal),
  };
}

function revivedAppeal(appeal: AppealRow): AppealRow {
  const { filedAt, decision } = appeal;
  return { ...appeal, filedAt: new Date(filedAt), decision: decision && dated(decision) };
}

function dated<Row extends ActRow>(row: Row): Row {
  return { ...row, at: new Date(row.at) };
}

function sum(stored: bigint | string | null): bigint | null {
  return stored === null ? null : BigInt(stored);
}
