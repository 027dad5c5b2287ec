import type { AkimAnswerAct, AkimAnswerState } from '#rules/assemblies/akim-answer-lifecycle.js';
import type { VotingBody } from '#rules/assemblies/body-kind.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** Minutes as a list shows them. */
export interface ListedMinutesRow {
  readonly id: string;
  /** Within the unit, `2026/4`. */
  readonly number: string;
  readonly meetingId: string;
  readonly kind: VotingBody;
  readonly part: OfficialText | null;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly state: MinutesState;
  readonly heldOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly sentAt: Date | null;
  readonly publishedAt: Date | null;
  readonly titles: readonly OfficialText[];
}

/** Minutes as their page shows them. */
export interface MinutesRow extends ListedMinutesRow {
  readonly territoryPath: readonly string[];
  readonly bodyId: string | null;
  readonly shownOn: CivilDate | null;
  readonly remarksUntil: CivilDate | null;
  /** What is or was signed; null while they are being written. */
  readonly document: MinutesDocument | null;
  /** Hexadecimal SHA-256 over the canonical JSON of the document. */
  readonly digest: string | null;
  readonly frozenAt: Date | null;
  readonly version: number;
  /** Those that are over the digest that stands; earlier ones fell with a revision. */
  readonly signatures: readonly MinutesSignatureRow[];
  readonly remarks: readonly MinutesRemarkRow[];
  readonly errata: readonly MinutesErratumRow[];
  readonly dispatches: readonly MinutesDispatchRow[];
  readonly decisions: readonly CommunityDecisionRow[];
}

export interface MinutesSignatureRow {
  readonly capacity: 'chair' | 'secretary';
  readonly signer: string;
  /** In a session of the identity provider, or by hand on paper that was scanned. */
  readonly method: 'session' | 'wet';
  readonly signedOn: CivilDate;
  readonly signedAt: string;
  readonly scan: { readonly storedName: string; readonly digest: string } | null;
}

export interface MinutesRemarkRow {
  readonly id: string;
  readonly member: string;
  readonly item: number | null;
  readonly text: string;
  readonly language: 'kk' | 'ru';
  readonly madeAt: string;
  readonly outcome: 'accepted' | 'refused' | null;
  readonly reason: OfficialText | null;
}

export interface MinutesErratumRow {
  readonly number: number;
  readonly item: number | null;
  readonly on: CivilDate;
  readonly was: OfficialText;
  readonly becomes: OfficialText;
  readonly reason: OfficialText;
  /** Post of the one who entered it. */
  readonly post: OfficialText;
}

export interface MinutesDispatchRow {
  readonly to: 'akim' | 'maslikhat';
  readonly sentOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** Where an adopted decision stands with the akim, with every act on it. */
export interface CommunityDecisionRow {
  readonly item: number;
  readonly state: AkimAnswerState;
  readonly handedOn: CivilDate | null;
  readonly answerBy: CivilDate | null;
  readonly discussedOn: CivilDate | null;
  readonly superiorBy: CivilDate | null;
  readonly acts: readonly AkimAnswerActRow[];
}

export interface AkimAnswerActRow {
  readonly act: AkimAnswerAct;
  readonly on: CivilDate;
  readonly reasons: OfficialText;
  readonly link: string | null;
  /** Post of the one who acted. */
  readonly post: OfficialText;
}
