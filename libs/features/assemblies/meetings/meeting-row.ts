import type { VotingBody } from '#rules/assemblies/body-kind.js';
import type { MeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { DecisionLink, LinkKind } from '#rules/assemblies/minutes-draft.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';

/** Who asked for a meeting, as it is stored. */
export type StoredConvener =
  | { readonly kind: 'akim' | 'chair' }
  | {
      readonly kind: 'members';
      readonly signatures: number;
      readonly members: number;
      readonly consentOn: CivilDate | null;
    };

/** A meeting as a calendar shows it. */
export interface ListedMeetingRow {
  readonly id: string;
  readonly kind: VotingBody;
  readonly territory: string;
  readonly territoryName: OfficialText;
  /** Which part of the unit, of a separate gathering. */
  readonly part: OfficialText | null;
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly heldOn: CivilDate;
  readonly place: OfficialText;
  readonly noticeOn: CivilDate | null;
  readonly titles: readonly OfficialText[];
  readonly broadcastUrl: string | null;
  readonly recordingUrl: string | null;
  /** Last day for handing over the minutes; null before the meeting is over. */
  readonly minutesDueOn: CivilDate | null;
  readonly minutesId: string | null;
  readonly minutesState: MinutesState | null;
  /** The term passed and the minutes were not sent. */
  readonly minutesOverdue: boolean;
  /** Rises with every change, so that calendars notice it. */
  readonly version: number;
}

/** A meeting as its page shows it. */
export interface MeetingRow extends ListedMeetingRow {
  readonly territoryPath: readonly string[];
  readonly bodyId: string | null;
  readonly convener: StoredConvener;
  /** Members with the right to take part; null until it is known. */
  readonly members: number | null;
  readonly membersSource: string | null;
  readonly noticeAt: Date | null;
  readonly notice: OfficialText;
  readonly channels: readonly string[];
  readonly proofs: readonly NoticeProofRow[];
  readonly agenda: readonly AgendaItemRow[];
  /** Minutes whose objected decisions this meeting discusses again. */
  readonly repeatsMinutesId: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  readonly cancelledFor: OfficialText | null;
}

/** That the notice hung or was sent: a photo or an address. */
export interface NoticeProofRow {
  readonly id: string;
  readonly channel: string;
  readonly postedOn: CivilDate;
  readonly link: string | null;
  readonly file: AssemblyFileRow | null;
}

export interface AssemblyFileRow {
  readonly id: string;
  readonly kind: 'photo' | 'document';
  /** Name in the file store. */
  readonly storedName: string;
  readonly shownName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256. */
  readonly digest: string;
}

export interface AgendaItemRow {
  readonly id: string;
  readonly number: number;
  readonly question: AssemblyQuestion;
  readonly title: OfficialText;
  readonly rapporteur: string | null;
  /** What the item is about, as the agenda names it. */
  readonly links: readonly AgendaLink[];
  readonly reportUrl: string | null;
  readonly papers: readonly AgendaPaperRow[];
  readonly questions: readonly ItemQuestionRow[];
  readonly version: number;
}

/** A link of an agenda item; the sum is tiyn as digits. */
export interface AgendaLink extends Omit<DecisionLink, 'amountTiyn'> {
  readonly kind: LinkKind;
  readonly amountTiyn: string | null;
}

export interface AgendaPaperRow {
  readonly id: string;
  readonly title: OfficialText;
  readonly link: string | null;
  readonly file: AssemblyFileRow | null;
}

/** A resident's question to an item before the meeting. */
export interface ItemQuestionRow {
  readonly id: string;
  /** First name and initial. */
  readonly asker: string | null;
  readonly language: 'kk' | 'ru';
  readonly text: string;
  readonly askedAt: Date;
  readonly answer: OfficialText | null;
}
