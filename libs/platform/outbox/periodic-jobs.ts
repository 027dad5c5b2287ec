import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobLocks } from './job-locks.js';

/** Work that some process must do again and again; its name is also its lock. */
export interface PeriodicJob {
  readonly name: string;
  readonly everyMs: number;
  /** @param stopping tells long work that the process is about to end */
  run(stopping?: AbortSignal): Promise<void>;
}

/**
 * Runs registered jobs, each in one process at a time (advisory lock), until stopped. A job that
 * fails is logged and tried again at its next turn.
 */
@Injectable()
export class PeriodicJobs {
  private readonly logger = new Logger('jobs');
  private readonly jobs: PeriodicJob[] = [];
  private readonly stopping = new AbortController();
  private readonly locks: JobLocks;
  private loops: Promise<void>[] = [];

  constructor(dataSource: DataSource) {
    this.locks = new JobLocks(dataSource);
  }

  register(job: PeriodicJob): void {
    this.jobs.push(job);
  }

  start(): void {
    // Every job listens for the stop, and there is no fixed number of them.
    setMaxListeners(0, this.stopping.signal);
    this.loops = this.jobs.map((job) => this.loop(job));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
    await this.locks.close();
  }

  private async loop(job: PeriodicJob): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.runAlone(job).catch((error: unknown) =>
        this.logger.error({ job: job.name }, error instanceof Error ? error.stack : String(error)),
      );
      await wait(job.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async runAlone(job: PeriodicJob): Promise<void> {
    if (!(await this.locks.take(job.name))) return;
    try {
      await job.run(this.stopping.signal);
    } finally {
      await this.locks.giveBack(job.name);
    }
  }
}
