import { setTimeout as wait } from 'node:timers/promises';
import type { VotingRound } from '../support/builders/voting-town.js';
import type { Act, History } from './history.js';
import { type Answer, type ClientPlan, InsistentClient } from './insistent-client.js';

export interface CrowdPlan extends ClientPlan {
  readonly round: VotingRound;
  readonly history: History;
  readonly people: number;
  /** Each request is sent as often at once; one by default. */
  readonly copies?: number;
  /** Does every fifth voter change her mind? Yes, unless told otherwise. */
  readonly replacing?: boolean;
}

/** Between one voter and the next: each of the receipts is asked for afterwards, one by one. */
const REST_MS = 25;

/** Every so many voters change their mind. */
const REPLACING_EACH = 5;

/** People who vote one after another and try again with the same key until they are answered. */
export class Crowd {
  readonly client: InsistentClient;
  private voter = 0;
  /** Voters whose acts were all answered. */
  private readonly settled: number[] = [];
  private stopping = false;
  private running: Promise<void>[] = [];

  constructor(private readonly plan: CrowdPlan) {
    this.client = new InsistentClient(plan);
  }

  start(): void {
    this.running = Array.from({ length: this.plan.people }, () => this.voteOn());
  }

  /** Nobody begins anew; returns when everybody was answered or lost patience. */
  async finish(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
    this.client.close();
  }

  /** So many who voted before change their mind now, all at once. */
  async recast(people: number): Promise<void> {
    while (this.settled.length < people) await wait(REST_MS);
    const voters = this.settled.splice(-people);
    await Promise.all(voters.map((voter) => this.cast(voter)));
    this.settled.push(...voters);
  }

  private async voteOn(): Promise<void> {
    const { replacing = true } = this.plan;
    while (!this.stopping) {
      const voter = (this.voter += 1);
      await this.cast(voter);
      if (replacing && voter % REPLACING_EACH === 0) await this.cast(voter);
      this.settled.push(voter);
      await wait(REST_MS);
    }
  }

  private async cast(voter: number): Promise<void> {
    const turn = this.plan.history.turnsOf(voter);
    const act = this.plan.history.begin(voter, someChoice(voter, turn));
    const copies = Array.from({ length: this.plan.copies ?? 1 }, () => this.insist(act, turn));
    await Promise.all(copies);
  }

  private async insist(act: Act, turn: number): Promise<void> {
    const { roundId, projects } = this.plan.round;
    const votes = act.choice.map((number) => ({ project: projects[number] }));
    const answer = await this.client.insist({
      method: 'PUT',
      path: `/api/v1/rounds/${roundId}/ballot`,
      person: act.voter,
      key: `${turn}-${act.voter}`,
      body: JSON.stringify({ votes }),
    });
    if (answer) settle(act, answer);
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
function someChoice(voter: number, turn: number): number[] {
  const kind = ((voter * 5 + turn * 3) % 7) + 1;
  return [1, 2, 3].filter((number) => kind & (1 << (number - 1)));
}
