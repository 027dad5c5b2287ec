import { setTimeout as wait } from 'node:timers/promises';
import { burst, type Scene } from './burst.js';
import { columnOfRelease, RELEASE_VARIABLE } from './later-release.js';
import { type Ordeal, timesOf, type Trial } from './ordeal.js';
import type { PortalProcess } from './portal-process.js';

const RELEASES = { short: 2, long: 12 };
const SIDE_BY_SIDE_MS = 1_000;
/** What is tried is the change, not the crowd. */
const PEOPLE = 8;
const MODULE = new URL('./later-release.js', import.meta.url).href;

/** One portal after the other becomes the next release, which changes the schema under the voters. */
export const rollingRestart: Ordeal = {
  name: 'rolling-restart',
  what: 'releases that change the schema, portal after portal, old and new side by side; the control renames a column of ballots midway',
  run: async (plan) => {
    const rolling = new Rolling();
    const trial = await burst({
      portals: 2,
      people: PEOPLE,
      blows: timesOf(plan, RELEASES),
      blow: (scene) => (plan.control ? renameMidway(scene) : rolling.release(scene)),
      also: (scene) => rolling.faults(scene),
    });
    return rolling.figuresIn(trial);
  },
};

class Rolling {
  private released = 0;
  private running: PortalProcess[] = [];
  private readonly stops: number[] = [];
  private readonly surprises: string[] = [];

  async release({ town, portals }: Scene): Promise<void> {
    if (this.released === 0) this.running = [...portals];
    this.released += 1;
    const env = environmentOf(this.released);
    for (const [place, old] of this.running.entries()) {
      await this.stop(old);
      this.running[place] = await town.startPortal({ port: old.port, env });
      await wait(SIDE_BY_SIDE_MS);
    }
    // Nobody reads any more what the release before read.
    await town.runCommand(['migrate'], env);
  }

  async faults({ town }: Scene): Promise<string[]> {
    if (this.released === 0) return [];
    const rows: { name: string }[] = await town.dataSource.query(
      `select column_name as name from information_schema.columns
       where table_name = 'ballots' and column_name like 'motto%'`,
    );
    const found = rows.map(({ name }) => name).join(', ');
    const wanted = columnOfRelease(this.released);
    return [
      ...this.surprises,
      ...(found === wanted ? [] : [`the releases left [${found}] in ballots, not ${wanted}`]),
    ];
  }

  figuresIn({ faults, figures }: Trial): Trial {
    const longestStopMs = Math.round(Math.max(0, ...this.stops));
    return { faults, figures: { ...figures, portalsReplaced: this.stops.length, longestStopMs } };
  }

  private async stop(portal: PortalProcess): Promise<void> {
    const from = performance.now();
    const code = await portal.stop();
    this.stops.push(performance.now() - from);
    if (code !== 0) this.surprises.push(`a portal that was asked to stop ended with code ${code}`);
  }
}

function environmentOf(release: number): Record<string, string> {
  return { [RELEASE_VARIABLE]: String(release), NODE_OPTIONS: `--import=${MODULE}` };
}

/** As if the new name had come before the code that knows it. */
async function renameMidway({ town }: Scene): Promise<void> {
  await town.dataSource.query(`alter table ballots rename column receipt to code`);
  await wait(SIDE_BY_SIDE_MS);
  await town.dataSource.query(`alter table ballots rename column code to receipt`);
}
