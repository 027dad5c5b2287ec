import type {
  DecisionRow,
  HallSeatRow,
  SessionMaterialRow,
  SessionRow,
} from '#features/budget/sessions/session-row.js';

/** A session with all that is public about it. */
export interface ShownSession {
  readonly session: SessionRow;
  readonly hall: readonly HallSeatRow[];
  readonly materials: readonly SessionMaterialRow[];
  readonly decisions: readonly DecisionRow[];
}
