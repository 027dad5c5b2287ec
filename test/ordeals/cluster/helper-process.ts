import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import type { Account } from '#platform/persistence/embedded/account.js';

export interface HelperPlan {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly log: string;
  /** PostgreSQL refuses root; what starts it may not be root either. */
  readonly account: Account | null;
}

/** A process of the cluster that is not PostgreSQL itself. */
export class HelperProcess {
  private child: ChildProcess | null = null;

  constructor(private readonly plan: HelperPlan) {}

  start(): void {
    const { program, args, folder, log, account } = this.plan;
    const output = openSync(log, 'a');
    this.child = spawn(program, [...args], {
      ...account,
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', output, output],
    });
    // What does not start is told by what waits for it, which then never comes.
    this.child.on('error', () => undefined);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
