import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { PetitionDecision } from '#rules/petitions/petition-answer.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';
import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

/** A public discussion of the draft decision, as announced. */
export interface DiscussionRow {
  readonly announcedOn: CivilDate;
  readonly heldOn: CivilDate;
  readonly place: OfficialText;
  readonly draft: OfficialText;
}

/** The answer to a petition. */
export interface AnswerRow {
  readonly decision: PetitionDecision;
  readonly reasons: OfficialText;
  /** Empty where nothing was said of it. */
  readonly appeal: OfficialText;
  readonly decidedOn: CivilDate;
  readonly postBy: CivilDate;
  readonly postedAt: Date;
  readonly workingGroup: readonly string[];
  readonly visitedOn: CivilDate | null;
  readonly noVisitBecause: OfficialText | null;
  /** By their addresses elsewhere. */
  readonly documents: readonly { readonly title: string; readonly url: string }[];
  /** Files that lie here. */
  readonly enclosures: readonly EnclosureRow[];
  /** Who signed it: full name and post. */
  readonly signedBy: { readonly name: string; readonly post: OfficialText };
}

/** What the addressee has done about a petition. */
export interface AnswerCaseRow {
  readonly discussion: DiscussionRow | null;
  readonly answer: AnswerRow | null;
}

/** Questions about answers. */
@Injectable()
export class AnswerReader {
  constructor(private readonly dataSource: DataSource) {}

  async find(petitionId: string): Promise<AnswerCaseRow> {
    const [discussions, answers] = (await Promise.all([
      this.dataSource.query(DISCUSSION, [petitionId]),
      this.dataSource.query(ANSWER, [petitionId]),
    ])) as [DiscussionRow[], AnswerRow[]];
    return { discussion: discussions[0] ?? null, answer: answers[0] ?? null };
  }
}

const DISCUSSION = `
  select announced_on::text as "announcedOn", held_on::text as "heldOn",
         jsonb_build_object('kk', place_kk, 'ru', place_ru) as place,
         jsonb_build_object('kk', draft_kk, 'ru', draft_ru) as draft
  from petition_discussions where petition_id = $1`;

const ANSWER = `
  select a.decision, jsonb_build_object('kk', a.reasons_kk, 'ru', a.reasons_ru) as reasons,
         jsonb_build_object('kk', a.appeal_kk, 'ru', a.appeal_ru) as appeal,
         a.decided_on::text as "decidedOn", a.post_by::text as "postBy", a.at as "postedAt",
         a.working_group as "workingGroup", a.visited_on::text as "visitedOn",
         case when a.no_visit_kk is not null
           then jsonb_build_object('kk', a.no_visit_kk, 'ru', a.no_visit_ru) end as "noVisitBecause",
         a.documents, ${enclosuresOf('petition-answer', 'a.petition_id')} as enclosures,
         jsonb_build_object(
           'name', concat_ws(' ', r.given_name, r.patronymic, r.family_name),
           'post', jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru)) as "signedBy"
  from petition_answers a left join public_names r on r.resident_id = a.officer_id where a.petition_id = $1`;
