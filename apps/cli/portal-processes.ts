import cluster, { type Worker } from 'node:cluster';
import { setTimeout as wait } from 'node:timers/promises';

const REPLACED_AFTER_MS = 1_000;

export interface PortalProcessesPlan {
  readonly count: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Hears that a portal ended by itself; another one takes its place. */
  readonly onLost: (pid: number) => void;
}

/**
 * Portals in processes of their own that share one port, so that the opening minute has every core
 * of the machine. They are alike, know nothing of each other and agree through the database.
 */
export class PortalProcesses {
  private stopping = false;
  private port = 0;

  private constructor(private readonly plan: PortalProcessesPlan) {}

  /** Where people reach them. */
  get address(): string {
    return `http://${this.plan.host}:${this.port}`;
  }

  /** Returns when all of them listen. */
  static async start(plan: PortalProcessesPlan): Promise<PortalProcesses> {
    cluster.setupPrimary({ args: ['serve', '--no-worker'] });
    const processes = new PortalProcesses(plan);
    await Promise.all(Array.from({ length: plan.count }, () => processes.open()));
    return processes;
  }

  /** Asks all of them to finish what is under way, and returns when they have. */
  async close(): Promise<void> {
    this.stopping = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((portal) => stop(portal!)));
  }

  private async open(): Promise<void> {
    const portal = cluster.fork({
      DATABASE_URL: this.plan.databaseUrl,
      PORTAL_PROCESSES: '1',
    });
    portal.once('exit', () => void this.replace(portal));
    this.port = await portOnceListening(portal);
  }

  private async replace(portal: Worker): Promise<void> {
    if (this.stopping) return;
    this.plan.onLost(portal.process.pid!);
    await wait(REPLACED_AFTER_MS);
    // One that cannot start is lost again at once, and comes here again.
    if (!this.stopping) await this.open().catch(() => undefined);
  }
}

function portOnceListening(portal: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    portal.once('listening', ({ port }) => resolve(port));
    portal.once('exit', (code) => reject(new Error(`A portal ended with code ${code}`)));
  });
}

function stop(portal: Worker): Promise<void> {
  return new Promise((resolve) => {
    portal.once('exit', () => resolve());
    portal.process.kill('SIGTERM');
  });
}
