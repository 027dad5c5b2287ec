import type { MessageWay } from './message-way.js';

/** One message on its way to one person; of the person nothing but the id stands in it. */
export interface OutgoingMessage {
  /** Also the name that every receiver knows it by: the same one in every attempt. */
  readonly id: string;
  readonly way: MessageWay;
  readonly kind: string;
  readonly residentId: string;
  /** What it is about, public words and ids only. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A message that one sender holds for a while. */
export interface LeasedMessage extends OutgoingMessage {
  readonly lease: string;
  readonly attempts: number;
}
