import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PressureReading } from './stage-course.js';

const RESOLUTION_MS = 20;
const NANOSECONDS = 1_000_000;
const UNAVAILABLE = 503;

/** What one portal feels of the load: its own event loop, its connections, its answers. */
export class PressureGauge {
  private readonly loop: IntervalHistogram;
  private answers = 0;
  private unavailable = 0;

  constructor(private readonly dataSource: DataSource) {
    this.loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    this.loop.enable();
  }

  note(status: number): void {
    this.answers += 1;
    if (status === UNAVAILABLE) this.unavailable += 1;
  }

  /** What was measured since the last reading, which begins anew. */
  read(): PressureReading {
    const { answers, unavailable } = this;
    // A timer of this resolution is late by that much when nothing delays it.
    const delay = this.loop.percentile(99) / NANOSECONDS - RESOLUTION_MS;
    this.loop.reset();
    this.answers = 0;
    this.unavailable = 0;
    return { loopDelayMs: Math.max(0, delay), waiting: this.waiting, answers, unavailable };
  }

  close(): void {
    this.loop.disable();
  }

  private get waiting(): number {
    return (this.dataSource.driver as unknown as { master?: Pool }).master?.waitingCount ?? 0;
  }
}
