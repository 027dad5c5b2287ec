import type { Fault } from '#rules/kernel/domain-error.js';
import { LOAD_STAGES } from '#platform/load/load-stage.js';

/** One setting for all portals and why it was set. */
export interface PortalSwitch {
  readonly name: 'stage' | 'limits';
  readonly value: string;
  readonly reason: string;
}

/** `auto` gives the stage back to what each portal measures. */
export const SWITCH_VALUES: Readonly<Record<PortalSwitch['name'], readonly string[]>> = {
  stage: ['auto', ...LOAD_STAGES],
  limits: ['on', 'off'],
};

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Everything that speaks against a setting as it was said. */
export function faultsOfSwitch({ name, value, reason }: PortalSwitch): readonly Fault[] {
  const known = SWITCH_VALUES[name].includes(value);
  const length = reason.trim().length;
  return [
    ...(known ? [] : [{ code: 'switch.value_unknown', field: 'value' }]),
    ...(length < SHORTEST_REASON ? [{ code: 'switch.reason_too_short', field: 'reason' }] : []),
    ...(length > LONGEST_REASON ? [{ code: 'switch.reason_too_long', field: 'reason' }] : []),
  ];
}
