import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { connect } from '#platform/persistence/connect.js';
import { freePort } from '#platform/persistence/embedded/free-port.js';
import { clientFor } from '#platform/persistence/hosts/reach.js';
import { migrate } from '#platform/persistence/migrate.js';
import { anOpenPetition } from '../support/builders/open-petition.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  EAST,
  TOWN,
  type VotingRound,
} from '../support/builders/voting-town.js';
import { PortalProcess, runCommand, type PortalPlan } from './portal-process.js';
import { SingleServer } from './single-server.js';
import type { TownServer } from './town-server.js';

const DATABASE = 'qatysu_ordeal';

type StartServer = (folder: string) => Promise<TownServer>;

const startSingle: StartServer = (folder) => SingleServer.start(folder);

/** Residents with living sessions: as many as no ordeal uses up. */
const RESIDENTS = 40_000;

/** More than an ordeal collects: what happens at the threshold is another ordeal's matter. */
const REQUIRED_SIGNATURES = 1_000_000;

/** A scratch town with an open round and an open petition, on a PostgreSQL of its own that may be killed. */
export class OrdealTown {
  private readonly portals: PortalProcess[] = [];

  private constructor(
    private readonly server: TownServer,
    readonly folder: string,
    readonly dataSource: DataSource,
    readonly round: VotingRound,
    readonly petitionId: string,
  ) {}

  /** @param startServer gets a folder that passes with the town */
  static async open(startServer: StartServer = startSingle): Promise<OrdealTown> {
    const folder = mkdtempSync(join(tmpdir(), 'qatysu-ordeal-'));
    // As root the server runs as another account, which has to pass through.
    chmodSync(folder, 0o755);
    const server = await startServer(folder);
    try {
      return await OrdealTown.found(server, folder);
    } catch (error) {
      await server.remove();
      throw error;
    }
  }

  private static async found(server: TownServer, folder: string): Promise<OrdealTown> {
    const dataSource = await connect(await server.createDatabase(DATABASE));
    await migrate(dataSource);
    await aVotingTown(dataSource);
    const round = await aVotingRound(dataSource, { votingUntil: '1 hour' });
    // Not enough for all three: the count has something to decide.
    await dataSource.query(`update round_pots set amount_tiyn = 400000000`);
    await addResidents(dataSource);
    const petitionId = await aPetition(dataSource, REQUIRED_SIGNATURES);
    return new OrdealTown(server, folder, dataSource, round, petitionId);
  }

  readonly databaseName = DATABASE;

  get databaseUrl(): string {
    return this.server.urlOf(DATABASE);
  }

  /** Where a portal keeps what people upload, unless it is told otherwise. */
  get filesFolder(): string {
    return join(this.folder, 'portal', 'files');
  }

  /** A portal on this town, started; ended with the town. */
  async startPortal(wish: Partial<PortalPlan> = {}): Promise<PortalProcess> {
    const portal = new PortalProcess({ ...this.place, port: await freePort(), ...wish });
    this.portals.push(portal);
    await portal.start();
    return portal;
  }

  /** A command of the operator on this town; throws where it fails. */
  runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
    return runCommand({ ...this.place, port: 0, env }, args);
  }

  /** Kills PostgreSQL without any warning and starts it again at the same address. */
  killDatabase(): Promise<void> {
    return this.server.kill();
  }

  /** An orderly restart: sessions are ended, nothing is torn. */
  restartDatabase(): Promise<void> {
    return this.server.restart();
  }

  /** Ends the voting now; the worker of a portal closes and counts the round. */
  async endVoting(databaseUrl = this.databaseUrl): Promise<void> {
    const client = clientFor(databaseUrl);
    await client.connect();
    try {
      await client.query(`update rounds set voting_until = clock_timestamp() where id = $1`, [
        this.round.roundId,
      ]);
    } finally {
      await client.end();
    }
  }

  /** Epoch milliseconds at which a round's voting ends. */
  async closingOf(roundId: string): Promise<number> {
    const rows: { until: Date }[] = await this.dataSource.query(
      `select voting_until as until from rounds where id = $1`,
      [roundId],
    );
    return rows[0]!.until.getTime();
  }

  /** An empty database on the same server; returns its address. */
  addDatabase(name: string): Promise<string> {
    return this.server.createDatabase(name);
  }

  /** One more petition that people may sign now. */
  addPetition(required: number): Promise<string> {
    return aPetition(this.dataSource, required);
  }

  /** For controls: takes one ballot out of the box, as nothing of ours may. */
  async loseOneBallot(): Promise<void> {
    await this.dataSource.query(
      `delete from ballots where round_id = $1 and ctid = (select ctid from ballots where round_id = $1 limit 1)`,
      [this.round.roundId],
    );
  }

  private get place(): Pick<PortalPlan, 'databaseUrl' | 'dataFolder'> {
    return { databaseUrl: this.databaseUrl, dataFolder: join(this.folder, 'portal') };
  }

  async close(): Promise<void> {
    for (const portal of this.portals) await portal.kill();
    await this.dataSource.destroy();
    await this.server.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** So many at once take longer than any statement of a portal may. */
async function addResidents(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('set local statement_timeout = 0');
    await manager.query(RESIDENTS_WITH_SESSIONS, [EAST, RESIDENTS]);
    await manager.query('analyze');
  });
}

async function aPetition(dataSource: DataSource, required: number): Promise<string> {
  const deputy = await aResident(dataSource, { territory: TOWN });
  return anOpenPetition(dataSource, deputy.id, { territory: TOWN, required });
}

/** Session cookie of the n-th resident of a scratch town. */
export function cookieOf(n: number): string {
  return `qatysu_session=ordeal-${n}`;
}

const RESIDENTS_WITH_SESSIONS = `
  with made as (
    insert into residents (id, pseudonym, born_on, territory_kato, registered_from)
    select gen_random_uuid(), sha256(convert_to('ordeal' || n, 'utf8')), '1980-01-01', $1,
           '2020-01-01'
    from generate_series(1, $2::int) n returning id
  ), numbered as (select id, row_number() over () as n from made)
  insert into sessions (token_digest, person_id, provider, expires_at)
  select sha256(convert_to('ordeal-' || n, 'utf8')), id, 'ordeal', clock_timestamp() + interval '1 day'
  from numbered`;
