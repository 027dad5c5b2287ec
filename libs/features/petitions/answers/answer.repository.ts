import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Discussion } from '#rules/petitions/petition-answer.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** An act of the addressee on a petition. */
export interface AddresseeAct {
  readonly petitionId: string;
  readonly actor: Actor;
  readonly at: Date;
}

export interface StoredDiscussion extends Discussion {
  readonly place: OfficialText;
  /** The draft decision to be discussed. */
  readonly draft: OfficialText;
}

/** A document beside the answer, by its address. */
export interface AnswerDocument {
  readonly title: string;
  readonly url: string;
}

export interface StoredAnswer {
  readonly decision: string;
  readonly reasons: OfficialText;
  readonly appeal: OfficialText;
  readonly decidedOn: CivilDate;
  readonly postBy: CivilDate;
  readonly workingGroup: readonly string[];
  readonly visitedOn: CivilDate | null;
  readonly noVisitBecause: OfficialText | null;
  readonly documents: readonly AnswerDocument[];
}

/** Discussions and answers; an answer is written once and never changed. */
export class AnswerRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_petition_discussions: () =>
      new DomainError('conflict', 'petition-answer.discussion_announced_already'),
  };

  async addDiscussion(act: AddresseeAct, discussion: StoredDiscussion): Promise<void> {
    const { announcedOn, heldOn, place, draft } = discussion;
    await this.manager.query(
      `insert into petition_discussions (petition_id, officer_id, post_kk, post_ru, at, announced_on,
         held_on, place_kk, place_ru, draft_kk, draft_ru)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [...inOffice(act), announcedOn, heldOn, place.kk, place.ru, draft.kk, draft.ru],
    );
  }

  async findDiscussion(petitionId: string): Promise<Discussion | null> {
    const rows: Discussion[] = await this.manager.query(
      `select announced_on::text as "announcedOn", held_on::text as "heldOn"
       from petition_discussions where petition_id = $1`,
      [petitionId],
    );
    return rows[0] ?? null;
  }

  async addAnswer(act: AddresseeAct, answer: StoredAnswer): Promise<void> {
    await this.manager.query(
      `insert into petition_answers (petition_id, officer_id, post_kk, post_ru, at, decision,
         reasons_kk, reasons_ru, appeal_kk, appeal_ru, decided_on, post_by, working_group, visited_on,
         no_visit_kk, no_visit_ru, documents)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [...inOffice(act), ...columnsOf(answer)],
    );
  }
}

function inOffice({ petitionId, actor, at }: AddresseeAct): unknown[] {
  return [petitionId, actor.personId, actor.post.kk, actor.post.ru, at];
}

function columnsOf(answer: StoredAnswer): unknown[] {
  const { decision, reasons, appeal, decidedOn, postBy, visitedOn, noVisitBecause } = answer;
  return [
    decision,
    reasons.kk,
    reasons.ru,
    appeal.kk,
    appeal.ru,
    decidedOn,
    postBy,
    JSON.stringify(answer.workingGroup),
    visitedOn,
    noVisitBecause?.kk ?? null,
    noVisitBecause?.ru ?? null,
    JSON.stringify(answer.documents),
  ];
}
