import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isWhole } from '#test/support/http-load.js';
import { type Waits, waitsOf } from './waits.js';

/** People who come whether or not those before them were served. */
export interface OpenPlan {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** The next person's request as bytes of HTTP/1.1. */
  readonly next: () => string;
}

export interface OpenResult extends Waits {
  readonly perSecond: number;
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Answers that are no success, broken lines and waits without an answer. */
  readonly errors: number;
}

/** A person leaves; counted as an error. */
const PATIENCE_MS = 10_000;
/** More lines than this would be refused by this machine, not by the portal. */
const MOST_LINES = 2_000;

/**
 * An open model: arrivals at random, as many a second as planned, whatever the answers take. A
 * latency counts from the moment at which its request was to be sent, so that a pause of the
 * server weighs on everybody who came during it.
 */
export function openLoad(plan: OpenPlan): Promise<OpenResult> {
  return new OpenLoad(plan).run();
}

interface Person {
  readonly request: string;
  readonly dueAt: number;
}

class OpenLoad {
  private readonly waiting: Person[] = [];
  private readonly idle: Socket[] = [];
  private readonly latencies: number[] = [];
  private readonly byStatus: Record<string, number> = {};
  private lines = 0;
  private sent = 0;

  constructor(private readonly plan: OpenPlan) {}

  async run(): Promise<OpenResult> {
    const begun = performance.now();
    const until = begun + this.plan.seconds * 1000;
    let dueAt = begun + this.gap();
    while (dueAt < until) {
      for (; dueAt <= performance.now(); dueAt += this.gap()) this.arrive(dueAt);
      await wait(1);
    }
    await this.everybodyIsDone();
    for (const line of this.idle) line.destroy();
    return this.result();
  }

  /** Milliseconds to the next arrival: people do not come by appointment. */
  private gap(): number {
    return (-Math.log(1 - Math.random()) * 1000) / this.plan.perSecond;
  }

  private arrive(dueAt: number): void {
    this.sent += 1;
    this.waiting.push({ request: this.plan.next(), dueAt });
    this.serve();
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const line = this.idle.pop();
      if (line) ask(line, this.waiting.shift()!, this);
      else if (this.lines < MOST_LINES) this.open(this.waiting.shift()!);
      else return;
    }
  }

  private open(first: Person): void {
    this.lines += 1;
    const line = connect({ port: this.plan.port, host: '127.0.0.1', noDelay: true });
    line.setEncoding('latin1');
    line.on('close', () => this.forget(line));
    ask(line, first, this);
  }

  private forget(line: Socket): void {
    this.lines -= 1;
    const place = this.idle.indexOf(line);
    if (place >= 0) this.idle.splice(place, 1);
  }

  note(status: string, { dueAt }: Person): void {
    this.byStatus[status] = (this.byStatus[status] ?? 0) + 1;
    this.latencies.push(performance.now() - dueAt);
  }

  giveBack(line: Socket): void {
    if (!line.destroyed) this.idle.push(line);
    this.serve();
  }

  private async everybodyIsDone(): Promise<void> {
    const until = performance.now() + PATIENCE_MS + 1_000;
    while (this.latencies.length < this.sent && performance.now() < until) await wait(20);
  }

  private result(): OpenResult {
    const good = Object.entries(this.byStatus).filter(([status]) => /^2|^304/.test(status));
    const served = good.reduce((sum, [, count]) => sum + count, 0);
    return {
      perSecond: this.plan.perSecond,
      sent: this.sent,
      byStatus: this.byStatus,
      errors: this.sent - served,
      ...waitsOf(this.latencies),
    };
  }
}

/** One request on a line; it is given back when the whole answer has come. */
function ask(line: Socket, person: Person, load: OpenLoad): void {
  let text = '';
  const end = (status: string): void => {
    line.off('data', hear).off('error', broken).off('close', broken);
    clearTimeout(patience);
    load.note(status, person);
  };
  const hear = (piece: string): void => {
    text += piece;
    if (!isWhole(text)) return;
    end(text.slice(9, 12));
    load.giveBack(line);
  };
  const broken = (): void => {
    end('broken');
    line.on('error', () => undefined).destroy();
  };
  const patience = setTimeout(() => {
    end('no answer');
    line.on('error', () => undefined).destroy();
  }, PATIENCE_MS);
  line.on('data', hear).on('error', broken).on('close', broken);
  line.write(person.request);
}
