import type { DataSource } from 'typeorm';
import { isLoadStage, type LoadStage } from './load-stage.js';

/** What the operator has set for all portals. */
export interface PortalSwitches {
  /** Null: each portal finds its stage by what it measures. */
  readonly stage: LoadStage | null;
  readonly limitsOff: boolean;
}

export const NOTHING_SET: PortalSwitches = { stage: null, limitsOff: false };

/** The newest setting of each switch. */
export async function readPortalSwitches(dataSource: DataSource): Promise<PortalSwitches> {
  const rows: { switch: string; value: string }[] = await dataSource.query(
    `select distinct on (switch) switch, value from portal_switches order by switch, id desc`,
  );
  const value = (name: string): string | undefined =>
    rows.find((row) => row.switch === name)?.value;
  const stage = value('stage');
  return { stage: isLoadStage(stage) ? stage : null, limitsOff: value('limits') === 'off' };
}
