import { join } from 'node:path';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { DiscrepancyReader } from '#features/budget/discrepancies/discrepancy.reader.js';
import { LineTrailReader } from '#features/budget/trail/line-trail.reader.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { NameReader } from '#features/registry/residents/name.reader.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { DISCREPANCY_KINDS } from '#rules/implementation/discrepancy-kind.js';
import type { BenchResult } from '../bench-result.js';
import { median, rounded } from '../median.js';
import { countedStatements } from './counted-statements.js';
import { DISTRICT, makeMoneyTown } from './money-town.js';

const SIZE = { okrugs: 20, years: 10, projectsARound: 25, linesABudget: 300 } as const;
const TURNS = 5;
const ASKED = 200;
const SEED_SECONDS_DIGITS = 1;

/**
 * What the trail's pages ask of the database, against the same number of bare look-ups by primary key
 * in turns: 5,000 projects, 200 budgets of 300 lines, ten years of records.
 */
export async function run(): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(['max_connections=50']);
  try {
    const url = await server.createDatabase('qatysu_bench_trail');
    const seeded = await seed(url);
    const dataSource = await connect(url, 1);
    const keys = PersonalKeys.fromFile(join(server.dataFolder, 'person.key'), true);
    const measured = await measure(dataSource, new NameReader(keys));
    await dataSource.destroy();
    return { ratios: measured.ratios, figures: { ...seeded, ...measured.figures } };
  } finally {
    await server.remove();
  }
}

async function seed(url: string) {
  const dataSource = await connect(url);
  await migrate(dataSource);
  await dataSource.destroy();
  const pool = new Pool({ connectionString: url, max: 1 });
  const from = performance.now();
  try {
    await makeMoneyTown(pool, SIZE);
  } finally {
    await pool.end();
  }
  const seedSeconds = ((performance.now() - from) / 1000).toFixed(SEED_SECONDS_DIGITS);
  return { ...SIZE, projects: SIZE.okrugs * SIZE.years * SIZE.projectsARound, seedSeconds };
}

interface Asked {
  /** Who asks what, the `turn`th time. */
  readonly ask: (turn: number) => Promise<unknown>;
  readonly times: number;
}

async function measure(dataSource: DataSource, names: NameReader) {
  const figures: Record<string, unknown> = {};
  const ratios: Record<string, number> = {};
  for (const [name, asked] of Object.entries(await questions(dataSource, names))) {
    const compared = await compare(dataSource, asked);
    ratios[name] = compared.ratio;
    figures[name] = compared.figures;
  }
  return { figures, ratios };
}

async function questions(
  dataSource: DataSource,
  names: NameReader,
): Promise<Readonly<Record<string, Asked>>> {
  const proposals = new ProposalReader(dataSource, names);
  const trails = new TrailReader(dataSource, names);
  const lines = new LineTrailReader(dataSource, names);
  const discrepancies = new DiscrepancyReader(dataSource);
  const numbers = await column(
    dataSource,
    `select number as value from proposals order by random() limit $1`,
  );
  const budgets = await column(
    dataSource,
    `select id as value from budgets order by random() limit $1`,
  );
  const okrugs = await column(
    dataSource,
    `select kato as value from territories where level = 'rural-okrug' limit $1`,
  );
  const at = (list: readonly string[], turn: number) => list[turn % list.length]!;
  return {
    trailPage: {
      times: ASKED,
      ask: async (turn) => {
        const project = await proposals.getFor(undefined, at(numbers, turn));
        return trails.get(project.id);
      },
    },
    lineTrail: { times: ASKED, ask: (turn) => lines.get(at(budgets, turn), 1 + (turn % 6)) },
    discrepanciesOfOkrug: {
      times: okrugs.length,
      ask: (turn) => discrepancies.list({ territory: at(okrugs, turn), limit: 31 }),
    },
    discrepanciesOfDistrict: {
      times: 5,
      ask: () => discrepancies.list({ territory: DISTRICT, limit: 31 }),
    },
    oneKindOfOkrug: {
      times: DISCREPANCY_KINDS.length * okrugs.length,
      ask: (turn) =>
        discrepancies.list({
          territory: at(okrugs, turn),
          kind: DISCREPANCY_KINDS[turn % DISCREPANCY_KINDS.length],
          limit: 31,
        }),
    },
  };
}

async function column(dataSource: DataSource, query: string): Promise<readonly string[]> {
  const rows: { value: string }[] = await dataSource.query(query, [ASKED]);
  return rows.map(({ value }) => value);
}

async function compare(dataSource: DataSource, { ask, times }: Asked) {
  const ids = await column(
    dataSource,
    `select id as value from proposals order by random() limit $1`,
  );
  const statements = await countedStatements(dataSource, () => ask(0));
  const bare = (turn: number) =>
    dataSource.query(`select * from proposals where id = $1`, [ids[turn % ids.length]]);
  const turns: { asked: number; bare: number }[] = [];
  for (let turn = 0; turn < TURNS; turn += 1)
    turns.push({ asked: await timed(times, ask), bare: await timed(times * statements, bare) });
  const askedMs = median(turns.map(({ asked }) => asked)) / times;
  const bareMs = median(turns.map((turn) => turn.bare)) / times;
  return {
    ratio: rounded(median(turns.map((turn) => turn.asked / turn.bare))),
    figures: { statements, askedMs: rounded(askedMs), bareMs: rounded(bareMs) },
  };
}

/** Milliseconds for so many, one after the other. */
async function timed(times: number, ask: (turn: number) => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let turn = 0; turn < times; turn += 1) await ask(turn);
  return performance.now() - from;
}
