import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { VotingRound } from '../support/builders/voting-town.js';
import type { Act, History } from './history.js';
import { cookieOf } from './ordeal-town.js';

export interface CrowdPlan {
  readonly round: VotingRound;
  readonly history: History;
  /** Where to knock; asked anew before each try. */
  readonly address: () => string;
  readonly people: number;
  /** Each request is sent as often at once; one by default. */
  readonly copies?: number;
  /** Does every fifth voter change her mind? Yes, unless told otherwise. */
  readonly replacing?: boolean;
}

const ANSWER_TIMEOUT_MS = 5_000;
const RETRY_AFTER_MS = 40;
/** An honest person gives up at last; the ordeal then says that nobody answered. */
const PATIENCE_MS = 60_000;
/** Every so many voters change their mind. */
const REPLACING_EACH = 5;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** People who vote one after another and try again with the same key until they are answered. */
export class Crowd {
  private voter = 0;
  private stopping = false;
  private readonly agent = new Agent({ keepAlive: true });
  private running: Promise<void>[] = [];
  /** Milliseconds of the longest time that an answer kept its person waiting, tries included. */
  longestWait = 0;
  /** Answers 503, each of which was tried again. */
  toldToComeAgain = 0;

  constructor(private readonly plan: CrowdPlan) {}

  start(): void {
    this.running = Array.from({ length: this.plan.people }, () => this.voteOn());
  }

  /** Nobody begins anew; returns when everybody was answered or lost patience. */
  async finish(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
    this.agent.destroy();
  }

  private async voteOn(): Promise<void> {
    const { replacing = true } = this.plan;
    while (!this.stopping) {
      const voter = (this.voter += 1);
      await this.cast(voter, 'first');
      if (replacing && voter % REPLACING_EACH === 0) await this.cast(voter, 'second');
    }
  }

  private async cast(voter: number, turn: string): Promise<void> {
    const act = this.plan.history.begin(voter, someChoice(voter, turn));
    const from = performance.now();
    const copies = Array.from({ length: this.plan.copies ?? 1 }, () => this.insist(act, turn));
    await Promise.all(copies);
    this.longestWait = Math.max(this.longestWait, performance.now() - from);
  }

  /** The same request with the same key, until an answer comes that says yes or no. */
  private async insist(act: Act, turn: string): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const answer = await this.send(act, turn).catch(() => null);
      if (answer && answer.status !== 503) return settle(act, answer);
      if (answer) this.toldToComeAgain += 1;
      await wait(RETRY_AFTER_MS);
    }
  }

  private send(act: Act, turn: string): Promise<Answer> {
    const { roundId, projects } = this.plan.round;
    const votes = act.choice.map((number) => ({ project: projects[number] }));
    const body = JSON.stringify({ votes });
    return new Promise((resolve, reject) => {
      const sent = request(`${this.plan.address()}/api/v1/rounds/${roundId}/ballot`, {
        method: 'PUT',
        agent: this.agent,
        timeout: ANSWER_TIMEOUT_MS,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: cookieOf(act.voter),
          'idempotency-key': `${turn}-${act.voter}`,
        },
      });
      sent.on('response', (response) => {
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
}

/** Two answers to one act must name one receipt; another one is kept, and stands out in the check. */
function settle(act: Act, { status, body }: Answer): void {
  act.status = status;
  if (status !== 200 && status !== 201) return;
  const { receipt } = JSON.parse(body) as { receipt: { code: string } };
  act.receipt =
    act.receipt === null || act.receipt === receipt.code ? receipt.code : 'two receipts';
}

/** One to three of the town's projects, different from voter to voter and from turn to turn. */
function someChoice(voter: number, turn: string): number[] {
  const kind = ((voter * 5 + (turn === 'first' ? 0 : 3)) % 7) + 1;
  return [1, 2, 3].filter((number) => kind & (1 << (number - 1)));
}
