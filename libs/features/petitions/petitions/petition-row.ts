import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { PetitionBody } from '#rules/petitions/addressee.js';
import type { PetitionDecision } from '#rules/petitions/petition-answer.js';
import type { PetitionTexts } from '#rules/petitions/petition-draft.js';
import type { PetitionKind } from '#rules/petitions/petition-kind.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { PetitionRefusalGround } from '#rules/petitions/petition-refusal.js';
import type { ExcludedSubject } from '#rules/rulebook/petition-subjects.js';
import type { StoredThreshold } from './stored-threshold.js';

/** A petition as a list shows it. */
export interface ListedPetitionRow {
  readonly id: string;
  readonly number: string | null;
  readonly kind: PetitionKind;
  readonly state: PetitionState;
  readonly title: OfficialText;
  readonly body: PetitionBody;
  readonly territory: string;
  readonly territoryName: OfficialText;
  /** Who holds an office is public: the full name. */
  readonly deputy: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  /** Null before the opening. */
  readonly required: number | null;
  readonly checkBy: CivilDate | null;
  readonly lastDay: CivilDate | null;
  readonly answerBy: CivilDate | null;
  readonly submittedAt: Date | null;
  readonly openedAt: Date | null;
  readonly reachedAt: Date | null;
  readonly refusedFor: {
    readonly ground: PetitionRefusalGround;
    readonly subject: ExcludedSubject | null;
  } | null;
  readonly decision: PetitionDecision | null;
  readonly decidedOn: CivilDate | null;
}

/** A petition as its page shows it. */
export interface PetitionRow extends ListedPetitionRow {
  readonly deputyId: string | null;
  readonly territoryPath: readonly string[];
  readonly territoryLevel: string;
  readonly texts: PetitionTexts;
  /** Hexadecimal SHA-256 of the texts as submitted. */
  readonly textDigest: string | null;
  readonly portalUrl: string | null;
  readonly minimumAge: number | null;
  /** Frozen at the opening; before it the threshold of today. */
  readonly threshold: StoredThreshold | null;
  readonly rulesOn: CivilDate | null;
  readonly noticeBy: CivilDate | null;
  readonly closesAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly openedBy: OfficialText | null;
  readonly refusal: PetitionRefusalRow | null;
  readonly forwardedAt: Date | null;
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
  /** The latest count noted from the state portal. */
  readonly portalSeenOn: CivilDate | null;
}

export interface PetitionRefusalRow {
  readonly ground: PetitionRefusalGround;
  readonly subject: ExcludedSubject | null;
  readonly earlierNumber: string | null;
  readonly reasons: OfficialText;
  readonly at: Date;
  /** Post of the officer who refused. */
  readonly post: OfficialText;
}
