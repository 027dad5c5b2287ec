import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { makePartsAhead, refreshStatistics } from '#platform/persistence/parts.js';
import type { PeriodicJob } from '#platform/outbox/periodic-jobs.js';

const EVERY_MS = 3_600_000;

/** The next quarter's ballots, signatures and entries find their parts made. */
export function makePartsOfTablesAhead(app: INestApplicationContext): PeriodicJob {
  const dataSource = app.get(DataSource, { strict: false });
  return {
    name: 'make-parts-of-tables-ahead',
    everyMs: EVERY_MS,
    run: async () => {
      await makePartsAhead(dataSource);
      await refreshStatistics(dataSource);
    },
  };
}
