/** What failed for good: of a message to a person or of the outbox, and nothing of what it says. */
export interface DeadLetterRow {
  /** `message:…` or `outbox:…`, as it is asked for again. */
  readonly id: string;
  readonly what: string;
  readonly attempts: number;
  /** Null where the reason may repeat somebody's words: it stays in the table. */
  readonly failure: string | null;
  readonly diedAt: Date;
}
