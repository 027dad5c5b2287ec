import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { copyBase } from '../support/base-copy.js';
import { ArchivedLog } from './archived-log.js';
import { Crowd } from './crowd.js';
import { type Act, History } from './history.js';
import type { Ordeal, Plan, Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import { publicStateOf } from './public-state.js';
import { SingleServer } from './single-server.js';

const PEOPLE = 16;
const UNDER_LOAD_MS = { short: 2_500, long: 30_000 };
const LONGEST_CLOSING_MS = 90_000;

export const pointInTime: Ordeal = {
  name: 'point-in-time',
  what: 'the machine of the database is lost; a base copy and the archived log bring back a chosen moment elsewhere; in the control a segment of the log is missing',
  run,
};

async function run(plan: Plan): Promise<Trial> {
  let server: SingleServer;
  let log: ArchivedLog;
  const town = await OrdealTown.open(async (folder) => {
    log = new ArchivedLog(join(folder, 'archive'));
    return (server = await SingleServer.start(folder, log.settings));
  });
  try {
    const story = new Story(town, server!, log!);
    const lost = await story.voteAndLoseMachine(plan);
    return await story.recover(lost, plan.control);
  } finally {
    await town.close();
  }
}

interface Lost {
  readonly base: string;
  readonly password: string;
  /** The chosen moment by the database's clock, and its epoch milliseconds. */
  readonly moment: string;
  readonly momentMs: number;
  readonly history: History;
  /** Acknowledged before the chosen moment. */
  readonly before: readonly Act[];
  /** Longest time that the archive was behind while people voted. */
  readonly archiveBehindMs: number;
}

class Story {
  private readonly checkpoints: string;

  constructor(
    private readonly town: OrdealTown,
    private readonly server: SingleServer,
    private readonly log: ArchivedLog,
  ) {
    this.checkpoints = join(town.folder, 'checkpoints');
  }

  async voteAndLoseMachine({ short, control }: Plan): Promise<Lost> {
    const { town, server, log } = this;
    const portal = await town.startPortal({ env: { QATYSU_CHECKPOINTS_FILE: this.checkpoints } });
    const history = new History();
    const address = (): string => portal.address;
    const crowd = new Crowd({ round: town.round, history, address, people: PEOPLE });
    crowd.start();
    const base = join(town.folder, 'base');
    await copyBase(server.embedded, base);
    const inBase = log.segments().at(-1) ?? '';
    const archiveBehindMs = await this.watchArchive(
      short ? UNDER_LOAD_MS.short : UNDER_LOAD_MS.long,
    );
    const before = history.acknowledged();
    const chosen = await this.now();
    await wait(UNDER_LOAD_MS.short);
    await crowd.finish();
    await this.close(control);
    if (control) log.lose(log.segments().find((segment) => segment > inBase)!);
    const password = readFileSync(join(server.embedded.dataFolder, 'postgres.password'), 'utf8');
    await portal.kill();
    await server.destroy();
    return { base, password, ...chosen, history, before, archiveBehindMs };
  }

  async recover(lost: Lost, control: boolean): Promise<Trial> {
    const from = performance.now();
    // PostgreSQL refuses a moment that the log does not reach: the control goes as far as it can.
    const until = control ? {} : { until: lost.moment };
    const recovered = await this.log.recover({ ...lost, ...until });
    const recoveryMs = Math.round(performance.now() - from);
    try {
      const url = recovered.urlOf(this.town.databaseName);
      const refusal = control ? [] : await this.refusalOn(url);
      const faults = [...refusal, ...(await this.faultsOn(url, lost))];
      const { before, history, archiveBehindMs } = lost;
      const after = history.acknowledged().length - before.length;
      return { faults, figures: { before: before.length, after, archiveBehindMs, recoveryMs } };
    } finally {
      await recovered.remove();
    }
  }

  /** The database's clock; on this machine it is that of the history, too. */
  private async now(): Promise<Pick<Lost, 'moment' | 'momentMs'>> {
    const [row] = await this.town.dataSource.query<{ moment: string; ms: string }[]>(
      `select now()::text as moment, extract(epoch from now()) * 1000 as ms`,
    );
    return { moment: row!.moment, momentMs: Number(row!.ms) };
  }

  private async watchArchive(forMs: number): Promise<number> {
    let longest = 0;
    for (const until = Date.now() + forMs; Date.now() < until; await wait(200)) {
      const [row] = await this.town.dataSource.query<{ ms: string }[]>(
        `select extract(epoch from clock_timestamp() - last_archived_time) * 1000 as ms
         from pg_stat_archiver`,
      );
      longest = Math.max(longest, Math.round(Number(row!.ms)));
    }
    return longest;
  }

  /** The voting ends, a checkpoint is signed over it outside the database, and all of it is archived. */
  private async close(control: boolean): Promise<void> {
    const asked = Date.now();
    await this.town.endVoting();
    // The control loses acts, whatever was signed over them.
    while (!control && changedAt(this.checkpoints) < asked) {
      if (Date.now() > asked + LONGEST_CLOSING_MS) throw new Error('No checkpoint was signed');
      await wait(100);
    }
    const client = new Client({ connectionString: this.town.databaseUrl });
    await client.connect();
    await this.log.catchUp(client);
    await client.end();
  }

  /** With the checkpoints that outlived the machine a portal must not take up work as if nothing was. */
  private async refusalOn(url: string): Promise<string[]> {
    const said = await this.town
      .runCommand(['serve', '--no-worker'], {
        DATABASE_URL: url,
        QATYSU_CHECKPOINTS_FILE: this.checkpoints,
      })
      .then(
        () => '',
        (error: unknown) => String((error as { stderr?: string }).stderr),
      );
    return said.includes('the database is older')
      ? []
      : [`a portal on a database that lost acts did not say so: ${said}`];
  }

  private async faultsOn(databaseUrl: string, lost: Lost): Promise<string[]> {
    const { town } = this;
    const portal = await town.startPortal({ databaseUrl, dataFolder: join(town.folder, 'again') });
    await town.endVoting(databaseUrl);
    const { before, history, momentMs } = lost;
    const state = await publicStateOf(town.round.roundId, history, portal.address);
    const gone = before.filter((act) => !state.receipts.get(act.receipt!)).length;
    const later = history
      .acknowledged()
      .filter((act) => act.sentAt > momentMs && state.receipts.get(act.receipt!)).length;
    return [
      ...(gone > 0 ? [`${gone} ballot(s) acknowledged before the moment did not come back`] : []),
      ...(later > 0 ? [`${later} ballot(s) sent after the moment are there`] : []),
      ...(state.winners.join() === state.recounted.join() ? [] : ['a recount differs']),
    ];
  }
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
