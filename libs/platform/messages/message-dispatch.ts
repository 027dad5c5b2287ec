import { Injectable, Logger } from '@nestjs/common';
import { isDatabaseAway } from '../persistence/database-away.js';
import { CircuitBreaker, type Turn } from './circuit-breaker.js';
import { MessageLeases } from './message-leases.js';
import type { MessageWay } from './message-way.js';
import { GatewayAway, MessageRefused, NotSent } from './not-sent.js';
import type { LeasedMessage, OutgoingMessage } from './outgoing-message.js';

/** Hands a finished message to the world outside; bounded in time, and bears a repeat. */
export type Departure = () => Promise<void>;

/** Finishes a message; null where nobody wants it any more. */
export type Prepare = (message: OutgoingMessage) => Promise<Departure | null>;

const LANES = 4;

/** Sends what is due, a few at a time, and holds nothing of the database while it talks. */
@Injectable()
export class MessageDispatch {
  private readonly logger = new Logger('messages');
  private readonly breakers: Readonly<Record<MessageWay, CircuitBreaker>> = {
    mail: new CircuitBreaker(),
    sms: new CircuitBreaker(),
  };

  constructor(private readonly leases: MessageLeases) {}

  /** Is the way tried as usual, or left alone after failures? */
  isOpen(way: MessageWay): boolean {
    return this.breakers[way].isClosed;
  }

  /** Returns when nothing is due, or nobody is there to take it. */
  async run(way: MessageWay, prepare: Prepare, stopping?: AbortSignal): Promise<void> {
    const lane = async (): Promise<void> => {
      while (!stopping?.aborted && (await this.sendNext(way, prepare)));
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  }

  private async sendNext(way: MessageWay, prepare: Prepare): Promise<boolean> {
    const turn = this.breakers[way].take();
    if (turn === null) return false;
    const message = await this.takeOn(way, turn);
    if (message) await this.send(message, turn, prepare);
    return message !== null;
  }

  private async takeOn(way: MessageWay, turn: Turn): Promise<LeasedMessage | null> {
    let message: LeasedMessage | null = null;
    try {
      return (message = await this.leases.take(way));
    } finally {
      if (message === null) this.breakers[way].giveBack(turn);
    }
  }

  private async send(message: LeasedMessage, turn: Turn, prepare: Prepare): Promise<void> {
    const breaker = this.breakers[message.way];
    try {
      const depart = await prepare(message);
      if (!depart) {
        breaker.giveBack(turn);
        return await this.leases.drop(message);
      }
      await depart();
    } catch (error) {
      return this.putOff(message, turn, error);
    }
    breaker.succeeded();
    await this.leases.markSent(message);
  }

  /** While nobody is there at all, no message is to blame. */
  private async putOff(message: LeasedMessage, turn: Turn, error: unknown): Promise<void> {
    const breaker = this.breakers[message.way];
    const isAway = error instanceof GatewayAway;
    const counts = !isAway || breaker.isClosed;
    if (isAway) breaker.failed(turn);
    else if (error instanceof MessageRefused) breaker.succeeded();
    else breaker.giveBack(turn);
    if (isDatabaseAway(error)) throw error;
    const failure = nameOf(error);
    const dead = await this.leases.putOff(message, { failure, counts });
    const { id, way, kind, attempts } = message;
    this.logger.warn({ id, way, kind, attempts: attempts + 1, dead, failure }, 'not sent');
  }
}

/** Of a fault of ours only its kind: its words may repeat what was to be written. */
function nameOf(error: unknown): string {
  if (error instanceof NotSent) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}
