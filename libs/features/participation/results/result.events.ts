import type { OutboxMessage } from '#platform/outbox/outbox-message.js';

/** The voting of a round has ended: no ballot comes in any more. */
export class RoundClosed implements OutboxMessage {
  readonly topic = 'round.closed';
  readonly payload: { readonly roundId: string };

  constructor(roundId: string) {
    this.payload = { roundId };
  }
}

/** A count was made and kept; a later one of the same round gives its reason. */
export class RoundCounted implements OutboxMessage {
  readonly topic = 'round.counted';
  readonly payload: { readonly roundId: string; readonly tallyId: string };

  constructor(roundId: string, tallyId: string) {
    this.payload = { roundId, tallyId };
  }
}

/** The result is final: the Council has decided and a second officer has published. */
export class ResultPublished implements OutboxMessage {
  readonly topic = 'result.published';
  readonly payload: {
    readonly roundId: string;
    readonly tallyId: string;
    readonly winners: readonly string[];
  };

  constructor(result: { roundId: string; tallyId: string; winners: readonly string[] }) {
    this.payload = result;
  }
}
