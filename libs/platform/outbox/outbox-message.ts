/** Something that happened and that others must hear of after the commit; plain and repeatable. */
export interface OutboxMessage {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
