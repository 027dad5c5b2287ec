import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { AgendaDecision } from './agenda-decision.js';
import type { VoteSide } from './agenda-votes.js';
import type { VotingBody } from './body-kind.js';
import type { LinkKind } from './minutes-draft.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';

/** A text in both languages; what stands in signed minutes has no third one. */
export interface MinutesText {
  readonly kk: string;
  readonly ru: string;
}

/** One stay of somebody in the hall; instants are RFC 3339 texts with an offset. */
export interface MinutesStay {
  readonly arrivedAt: string;
  readonly leftAt: string | null;
}

/** Somebody on the list of those present. */
export interface MinutesPerson {
  readonly id: string;
  readonly fullName: string;
  /** Delegates and residents count for the quorum, guests do not. */
  readonly kind: 'delegate' | 'participant' | 'guest';
  /** Village, street or post; null where none was written down. */
  readonly residence: string | null;
  readonly stays: readonly MinutesStay[];
}

/** A quorum with its arithmetic: `required` is the share of `members`, rounded up. */
export interface MinutesQuorum {
  readonly met: boolean;
  readonly members: number;
  readonly present: number;
  readonly required: number;
  readonly missing: number;
  /** As a fraction, `1/2`. */
  readonly share: string;
}

/** How an item was voted on. */
export interface MinutesVote {
  readonly votedAt: string;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** Null where hands were counted. */
  readonly byName:
    | readonly {
        readonly id: string;
        readonly fullName: string;
        readonly side: VoteSide;
      }[]
    | null;
  readonly chairSide: VoteSide | null;
  readonly quorum: MinutesQuorum;
  readonly outcome: AgendaDecision['kind'];
  readonly reason: AgendaDecision['reason'];
  /** Votes for that make a decision. */
  readonly required: number;
}

/** What a decision is bound to, under the name that it had on the day of signing. */
export interface MinutesLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly number: string | null;
  readonly title: MinutesText;
  /** In whole tenge and tiyn, as the API writes sums; null where no sum is named. */
  readonly amount: string | null;
}

/** A resident's question to an item, asked before the meeting. */
export interface MinutesQuestion {
  /** First name and initial; empty where the asker was erased before the signing. */
  readonly asker: string;
  readonly language: 'kk' | 'ru';
  readonly text: string;
  readonly answer: MinutesText | null;
}

/** A paper beside the agenda. */
export interface MinutesAnnex {
  readonly title: MinutesText;
  readonly link: string | null;
  /** Hexadecimal SHA-256 of an attached file. */
  readonly fileDigest: string | null;
}

/** One agenda item. */
export interface MinutesDocumentItem {
  readonly number: number;
  readonly question: AssemblyQuestion;
  readonly title: MinutesText;
  readonly rapporteur: string | null;
  readonly heard: MinutesText;
  /** Each in the language in which it was said. */
  readonly speeches: readonly { readonly speaker: string; readonly text: string }[];
  readonly questions: readonly MinutesQuestion[];
  /** Null where the item was not put to the vote: no quorum, or left over. */
  readonly vote: MinutesVote | null;
  readonly decision: MinutesText;
  readonly links: readonly MinutesLink[];
  /** Seconds from the beginning of the recording. */
  readonly recordingSeconds: number | null;
  /** Where a report that was heard can be read. */
  readonly reportUrl: string | null;
  readonly annexes: readonly MinutesAnnex[];
}

/**
 * Minutes (протокол, хаттама) as they are signed: all that is printed and all that is hashed, names
 * and titles as they were on that day. Only values that JSON holds, for the hash is SHA-256 over its
 * canonical form (RFC 8785); signatures, errata and the akim's answers stand beside it.
 *
 * @law LSG art. 39-3(10), redaction of 2026-07-01 (`law.md` §3)
 */
export interface MinutesDocument {
  /** Of this form; a later form has a higher one. */
  readonly form: 1;
  readonly number: string;
  readonly territory: { readonly kato: string; readonly name: MinutesText };
  readonly body: VotingBody;
  /** Which part of the unit a separate gathering was of. */
  readonly part: MinutesText | null;
  readonly heldOn: CivilDate;
  readonly openedAt: string | null;
  readonly closedAt: string;
  readonly place: MinutesText;
  readonly convener: {
    readonly kind: 'akim' | 'chair' | 'members';
    /** How many members signed the request; null where the akim convened. */
    readonly signatures: number | null;
    readonly consentOn: CivilDate | null;
  };
  readonly notice: { readonly on: CivilDate; readonly channels: readonly string[] };
  /** Members with the right to take part, and where that figure is from. */
  readonly members: number;
  readonly membersSource: string | null;
  readonly present: readonly MinutesPerson[];
  /** When the meeting was opened, or found to lack its quorum. */
  readonly quorum: MinutesQuorum;
  /** False: nothing could be decided. */
  readonly hadQuorum: boolean;
  readonly chair: string;
  readonly secretary: string;
  readonly items: readonly MinutesDocumentItem[];
  readonly broadcastUrl: string | null;
  readonly recordingUrl: string | null;
}
