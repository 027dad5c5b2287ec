/** Somebody present, as the secretary enters it. */
export interface PresentFields {
  /** Seat of a delegate, or id of somebody entered before; null for somebody new. */
  readonly id: string | null;
  /** Of those without a seat. */
  readonly name: string | null;
  readonly residence: string | null;
  /** Null: as it was, or now. */
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

/** The list of those present, whole. */
export interface AttendanceFields {
  readonly present: readonly PresentFields[];
  /** Guests: on the list, not in the quorum. */
  readonly others: readonly PresentFields[];
  /** Version that the secretary saw; null: whichever there is. */
  readonly version: number | null;
}
