import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { cookieOf } from './ordeal-town.js';

/** What one person sends, the same at every try. */
export interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  /** Number of the person whose session it is. */
  readonly person: number;
  readonly key: string;
  readonly body: string | Buffer;
  readonly contentType?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface ClientPlan {
  /** Where to knock; asked anew before each try. */
  readonly address: () => string;
  /** Is this answer lost on its way, after it was given? Never, unless told otherwise. */
  readonly losesAnswer?: () => boolean;
  /** Five seconds, unless told otherwise. */
  readonly answerWithinMs?: number;
}

const ANSWER_TIMEOUT_MS = 5_000;
const RETRY_AFTER_MS = 40;
/** An honest person gives up at last; the ordeal then says that nobody answered. */
const PATIENCE_MS = 60_000;

/** Sends an act again, with its key, until an answer comes that says yes or no. */
export class InsistentClient {
  private readonly agent = new Agent({ keepAlive: true });
  /** Milliseconds of the longest time that an answer kept its person waiting, tries included. */
  longestWait = 0;
  /** Answers 503, each of which was tried again. */
  toldToComeAgain = 0;

  constructor(private readonly plan: ClientPlan) {}

  /** Null where nobody answered as long as anybody would wait. */
  async insist(sending: Sending): Promise<Answer | null> {
    const from = performance.now();
    const answer = await this.tryUntilAnswered(sending, from + PATIENCE_MS);
    this.longestWait = Math.max(this.longestWait, performance.now() - from);
    return answer;
  }

  /** One try, whatever comes of it. */
  send({ method, path, person, key, body, ...about }: Sending): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.plan.address()}${path}`, {
        method,
        agent: this.agent,
        timeout: this.plan.answerWithinMs ?? ANSWER_TIMEOUT_MS,
        headers: {
          'content-type': about.contentType ?? 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: cookieOf(person),
          'idempotency-key': key,
        },
      });
      sent.on('response', (response) => {
        if (this.plan.losesAnswer?.()) return sent.destroy(new Error('the answer was lost'));
        let text = '';
        response.on('data', (piece) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  private async tryUntilAnswered(sending: Sending, until: number): Promise<Answer | null> {
    while (performance.now() < until) {
      const answer = await this.send(sending).catch(() => null);
      if (answer && answer.status !== 503) return answer;
      if (answer) this.toldToComeAgain += 1;
      await wait(RETRY_AFTER_MS);
    }
    return null;
  }
}
