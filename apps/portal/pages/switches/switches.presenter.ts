import {
  type PortalSwitch,
  SWITCH_VALUES,
} from '#features/record/portal-switches/portal-switch.js';
import type { LoadStage } from '#platform/load/load-stage.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';

/** What holds at this portal now. */
interface Held {
  readonly stage: LoadStage;
  readonly isSet: boolean;
  readonly limitsOn: boolean;
}

/** Every switch with what holds now and where it is changed. */
export function presentSwitches(held: Held, say: Wording) {
  const names: readonly PortalSwitch['name'][] = ['stage', 'limits'];
  return {
    title: say.t('switches.title'),
    rows: names.map((name) => ({
      key: say.t(`switches.${name}.title`),
      lines: linesOf(name, held, say),
      change: `/switches/${name}`,
    })),
  };
}

/** The form of one switch: a fresh one shows what is set. */
export function presentSetting(
  name: PortalSwitch['name'],
  held: Held,
  { fields, faults }: SentForm,
  say: Wording,
) {
  const choices = SWITCH_VALUES[name].map((value) => ({
    value,
    text: say.t(`switches.${name}.values.${value}`),
  }));
  return {
    title: say.t(`switches.${name}.title`),
    lead: say.t(`switches.${name}.lead`),
    action: `/switches/${name}`,
    faults,
    choices,
    value: fields?.text('value') ?? settingOf(name, held),
    reason: fields?.text('reason') ?? '',
  };
}

function linesOf(name: PortalSwitch['name'], held: Held, say: Wording): string[] {
  if (name === 'limits') return [say.t(`switches.limits.values.${settingOf(name, held)}`)];
  const who = held.isSet ? 'set' : 'measured';
  return [say.t(`switches.stage.values.${held.stage}`), say.t(`switches.stage.${who}`)];
}

function settingOf(name: PortalSwitch['name'], { stage, isSet, limitsOn }: Held): string {
  if (name === 'limits') return limitsOn ? 'on' : 'off';
  return isSet ? stage : 'auto';
}
