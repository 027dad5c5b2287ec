import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { inquiryStateOn } from '#rules/petitions/inquiry.js';
import type { InquiryAnswerRow, InquiryCommentRow, InquiryRow } from './inquiry-row.js';
import { INQUIRY, TODAY, URGENT_FIRST } from './inquiry.sql.js';

export const INQUIRY_FILTERS = ['open', 'overdue', 'answered'] as const;

export type InquiryFilter = (typeof INQUIRY_FILTERS)[number];

/** Which inquiries; a territory is the maslikhat's or the addressee's. */
export interface InquiriesQuestion {
  readonly state?: InquiryFilter | undefined;
  readonly territory?: string | undefined;
  readonly deputy?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The office in which a person answers, for a list of what waits there. */
export interface AnsweringOffice {
  /** Units whose akim or officer the person is. */
  readonly units: readonly string[];
  /** Units whose maslikhat's secretary the person is. */
  readonly maslikhats: readonly string[];
}

interface StoredInquiry extends Omit<InquiryRow, 'state' | 'answer' | 'comments'> {
  readonly answer: (Omit<InquiryAnswerRow, 'answeredAt'> & { readonly answeredAt: string }) | null;
  readonly comments: readonly (Omit<InquiryCommentRow, 'at'> & { readonly at: string })[];
}

/** Questions about inquiries. */
@Injectable()
export class InquiryReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param idOrNumber `2026-0017` is the number
   * @throws DomainError not-found `inquiry.not_found`
   */
  async get(idOrNumber: string): Promise<InquiryRow> {
    const column = isUuid(idOrNumber) ? 'i.id' : 'i.number';
    const [found] = await this.select(`where ${column} = $1`, [idOrNumber]);
    if (!found) throw new DomainError('not-found', 'inquiry.not_found');
    return found;
  }

  /** The newest first; ids are uuid v7 and grow with time. */
  async list({ after, limit, ...question }: InquiriesQuestion): Promise<InquiryRow[]> {
    return this.select(`${WHICH} and ($4::uuid is null or i.id < $4) order by i.id desc limit $5`, [
      ...asked(question),
      after !== undefined && isUuid(after) ? after : null,
      limit,
    ]);
  }

  /** What waits longest for an answer first. */
  async listUrgent({
    limit,
    ...question
  }: Omit<InquiriesQuestion, 'after'>): Promise<InquiryRow[]> {
    return this.select(`${WHICH} ${URGENT_FIRST} limit $4`, [...asked(question), limit]);
  }

  /** Unanswered ones that an official is to answer, the most urgent first. */
  async listWaitingFor({ units, maslikhats }: AnsweringOffice): Promise<InquiryRow[]> {
    return this.select(
      `where a.id is null
         and ((i.addressee_kind in ('akim', 'local-executive-body') and i.addressee_kato = any($1))
           or (i.addressee_kind not in ('akim', 'local-executive-body')
               and v.territory_kato = any($2)))
       ${URGENT_FIRST}`,
      [units, maslikhats],
    );
  }

  private async select(condition: string, parameters: unknown[]): Promise<InquiryRow[]> {
    const rows: StoredInquiry[] = await this.dataSource.query(
      `${INQUIRY} ${condition}`,
      parameters,
    );
    return rows.map(rowOf);
  }
}

const WHICH = `
  where ($1::text is null or case $1 when 'answered' then a.id is not null
           when 'open' then a.id is null and ${TODAY} <= i.due_on
           else a.id is null and ${TODAY} > i.due_on end)
    and ($2::text is null or v.territory_kato = $2 or i.addressee_kato = $2)
    and ($3::uuid is null or i.mandate_id = $3)`;

function asked({ state, territory, deputy }: Omit<InquiriesQuestion, 'after' | 'limit'>) {
  return [state ?? null, territory ?? null, deputy ?? null];
}

function rowOf({ answer, comments, ...row }: StoredInquiry): InquiryRow {
  const answeredOn = answer?.answeredOn ?? null;
  return {
    ...row,
    state: inquiryStateOn({ dueOn: row.dueOn, answeredOn }, row.today),
    answer: answer && { ...answer, answeredAt: new Date(answer.answeredAt) },
    comments: comments.map((comment) => ({ ...comment, at: new Date(comment.at) })),
  };
}
