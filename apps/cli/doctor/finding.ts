import type { DataSource } from 'typeorm';
import type { Config } from '#platform/config/config.js';

/** What one check found: all is well, look at it soon, or the town can not rely on it. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly found: string;
}

/** What there is to examine. */
export interface Patient {
  readonly config: Config;
  readonly dataSource: DataSource;
}

export type Check = (patient: Patient) => Promise<Finding>;

/**
 * A finding from what is wrong: nothing wrong is ok, and then says what was seen.
 *
 * @example findingOf('schema', 'fault', [], 'up to date').state // → 'ok'
 */
export function findingOf(
  check: string,
  worst: 'warning' | 'fault',
  wrong: readonly string[],
  seen: string,
): Finding {
  if (wrong.length === 0) return { check, state: 'ok', found: seen };
  return { check, state: worst, found: wrong.join('; ') };
}
