import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, type ClientPlan, InsistentClient } from './insistent-client.js';
import { askPatiently } from './public-state.js';

/** What one person heard of her signature. */
interface Signing {
  readonly person: number;
  number: number | null;
  receipt: string | null;
  /** Status of the last answer; 0 when none came. */
  status: number;
}

export interface SignersPlan extends ClientPlan {
  readonly petitionId: string;
  readonly people: number;
}

/** Between one signer and the next. */
const REST_MS = 25;

/** People who sign one petition one after another and insist on an answer. */
export class Signers {
  readonly client: InsistentClient;
  private readonly signings: Signing[] = [];
  private stopping = false;
  private running: Promise<void>[] = [];

  constructor(private readonly plan: SignersPlan) {
    this.client = new InsistentClient(plan);
  }

  start(): void {
    this.running = Array.from({ length: this.plan.people }, () => this.signOn());
  }

  /** Nobody begins anew; returns when everybody was answered or lost patience. */
  async finish(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
    this.client.close();
  }

  /** Everybody at the same moment, each once. */
  async signOnce(): Promise<void> {
    await Promise.all(Array.from({ length: this.plan.people }, () => this.signNext()));
    this.client.close();
  }

  get acknowledged(): number[] {
    return this.signings.flatMap(({ number }) => (number === null ? [] : [number]));
  }

  /** How many acknowledged receipts the town does not know. */
  async unknownReceipts(address: string): Promise<number> {
    let unknown = 0;
    for (const { receipt } of this.signings.filter((signing) => signing.receipt !== null)) {
      const answer = await askPatiently(`${address}/api/v1/signatures/${receipt}`);
      await answer.body?.cancel();
      if (!answer.ok) unknown += 1;
    }
    return unknown;
  }

  /**
   * Numbers given out are 1, 2, 3 … without a gap, each once, and the public count is their last.
   *
   * @param shown the count that everybody sees
   * @returns every fault, empty where all holds
   */
  faultsOf(shown: number): string[] {
    const numbers = this.acknowledged.toSorted((a, b) => a - b);
    const silent = this.signings.filter(({ status }) => status === 0).length;
    const broken = this.signings.filter(({ status }) => status >= 500).length;
    const misplaced = numbers.filter((number, index) => number !== index + 1).length;
    return [
      ...(silent > 0 ? [`${silent} signature(s) were never answered`] : []),
      ...(broken > 0 ? [`${broken} signature(s) were answered by an error of ours`] : []),
      ...(misplaced > 0 ? [`${misplaced} number(s) of signatures are doubled or left out`] : []),
      ...(shown === numbers.length
        ? []
        : [`${numbers.length} signatures acknowledged, ${shown} shown`]),
    ];
  }

  private async signOn(): Promise<void> {
    while (!this.stopping) {
      await this.signNext();
      await wait(REST_MS);
    }
  }

  private async signNext(): Promise<void> {
    const person = this.signings.length + 1;
    const signing = { person, number: null, receipt: null, status: 0 };
    this.signings.push(signing);
    await this.sign(signing);
  }

  private async sign(signing: Signing): Promise<void> {
    const answer = await this.client.insist({
      method: 'POST',
      path: `/api/v1/petitions/${this.plan.petitionId}/signatures`,
      person: signing.person,
      key: `signature-${signing.person}`,
      body: '{}',
    });
    if (answer) settle(signing, answer);
  }
}

function settle(signing: Signing, { status, body }: Answer): void {
  signing.status = status;
  if (status !== 200 && status !== 201) return;
  const { number, receipt } = JSON.parse(body) as { number: number; receipt: string };
  Object.assign(signing, { number, receipt });
}
