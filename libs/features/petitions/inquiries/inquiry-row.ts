import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { InquirySignatory, InquiryVerdict } from '#rules/petitions/inquiry-answer.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';
import type { InquiryAddressee, InquiryState } from '#rules/petitions/inquiry.js';

export interface InquiryAnswerRow {
  readonly signedBy: string;
  readonly signedPost: string;
  readonly signatory: InquirySignatory;
  readonly language: string;
  readonly body: string;
  readonly links: readonly string[];
  readonly enclosures: readonly EnclosureRow[];
  /** Post of who entered it. */
  readonly post: OfficialText;
  readonly answeredAt: Date;
  readonly answeredOn: CivilDate;
}

export interface InquiryCommentRow {
  readonly verdict: InquiryVerdict;
  readonly language: string;
  readonly body: string;
  readonly at: Date;
}

/** An inquiry with its answer; all of it is public. */
export interface InquiryRow {
  readonly id: string;
  readonly number: string;
  /** Of the mandate. */
  readonly deputy: string;
  /** Of the deputy as a person. */
  readonly deputyId: string;
  readonly deputyName: string;
  /** Of the maslikhat. */
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly addresseeKind: InquiryAddressee;
  readonly addresseeTerritory: string;
  readonly addresseeTerritoryName: OfficialText;
  readonly addressee: OfficialText;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly competence: string;
  /** The petition that it takes further. */
  readonly petition: { readonly number: string; readonly title: OfficialText } | null;
  readonly filedAt: Date;
  readonly filedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly today: CivilDate;
  readonly state: InquiryState;
  readonly answer: InquiryAnswerRow | null;
  readonly comments: readonly InquiryCommentRow[];
}
