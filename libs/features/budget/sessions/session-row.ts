import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { SessionRequester } from '#rules/sessions/session-convening.js';
import type { SessionState } from '#rules/sessions/session-lifecycle.js';
import type { SessionKind } from '#rules/sessions/session-rule.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

/** A question on the agenda, with the petition or the budget that it is about. */
export interface SessionQuestion {
  readonly title: OfficialText;
  readonly petition: string | null;
  /** Id of a budget that awaits approval or refinement. */
  readonly budget?: string | null;
}

export interface SessionRow {
  readonly id: string;
  readonly maslikhat: string;
  readonly maslikhatName: OfficialText;
  readonly number: string;
  readonly kind: SessionKind;
  readonly state: SessionState;
  readonly noticeOn: CivilDate;
  readonly materialsOn: CivilDate;
  readonly sessionOn: CivilDate;
  readonly place: OfficialText;
  readonly broadcastUrl: string | null;
  readonly agenda: readonly SessionQuestion[];
  readonly request: { readonly by: SessionRequester; readonly on: CivilDate } | null;
  readonly pausedOn: CivilDate | null;
  readonly deputies: number;
  readonly present: number;
}

/** A deputy of the maslikhat on the day of the session. */
export interface HallSeatRow {
  /** Of the mandate. */
  readonly id: string;
  readonly name: string;
  readonly isPresent: boolean;
  readonly isChair: boolean;
}

/** A paper that the deputies were given. */
export interface SessionMaterialRow {
  readonly id: string;
  readonly question: number;
  readonly title: OfficialText;
  readonly handedOn: CivilDate;
  readonly link: string | null;
  readonly files: readonly EnclosureRow[];
}

/** What a session decides: about a budget, or on a question that is none. */
export type SessionDecisionKind = 'adoption' | 'refinement' | 'return' | 'resolution' | 'rejection';

/** A decision of a session with the votes by name. */
export interface DecisionRow {
  readonly id: string;
  readonly sessionId: string;
  readonly sessionNumber: string;
  readonly maslikhat: string;
  readonly maslikhatName: OfficialText;
  /** Null for a question that is no budget. */
  readonly budget: {
    readonly id: string;
    readonly year: number;
    readonly territoryName: OfficialText;
  } | null;
  /** Its place on the agenda, where it is no budget. */
  readonly question: number | null;
  /** As the agenda calls it; null for a budget. */
  readonly questionTitle: OfficialText | null;
  readonly kind: SessionDecisionKind;
  readonly number: string | null;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly reasons: OfficialText | null;
  readonly deputies: number;
  readonly present: number;
  readonly quorum: number;
  readonly required: number;
  readonly byChair: boolean;
  readonly votes: readonly {
    readonly deputy: string;
    readonly name: string;
    readonly side: VoteSide;
  }[];
  readonly annexes: readonly EnclosureRow[];
  readonly publication: {
    readonly publishedOn: CivilDate;
    readonly url: string | null;
    readonly place: string;
  } | null;
}
