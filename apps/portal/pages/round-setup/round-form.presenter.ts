import { SECRECY_MODES } from '#rules/participation/secrecy-mode.js';
import { RULES } from '#rules/tally/rule-spec.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { CALENDAR_FIELDS } from '#features/participation/rounds/round-request.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import { placeName } from '../places/place-name.js';
import { warningWords } from '../rounds/round-rules.presenter.js';
import { BALLOT_KINDS, dayIn, type RoundForm } from './round-form.js';

/** Names of the form's fields as they stand on the page; the rules' own names among them. */
export const FORM_FIELDS = [
  'title',
  'titleKk',
  'titleRu',
  'pots',
  'ballotKind',
  'ballotMax',
  'max',
  'maxPoints',
  'ballotPoints',
  'points',
  'rule',
  'minimumVotes',
  'costCap',
  ...CALENDAR_FIELDS,
];

interface FormModel {
  readonly form: RoundForm;
  /** The round's unit first, then the units right below it. */
  readonly units: readonly TerritoryRow[];
  readonly year: number;
  readonly warnings: readonly Fault[];
  readonly faults?: FormFaults | undefined;
}

/** The form of a round with its choices, days in words, and faults at their fields. */
export function presentRoundForm({ form, units, year, warnings, faults }: FormModel, say: Wording) {
  const fields = faults?.fields ?? {};
  const [place] = units;
  return {
    title: say.t('rounds.setup.formTitle', {
      place: place ? placeName(place, say) : '',
      year: String(year),
    }),
    back: '/round-setup',
    faults,
    form,
    warnings: warningWords(warnings, say),
    errors: {
      ...fields,
      ballotMax: fields['ballotMax'] ?? fields['max'] ?? fields['maxPoints'],
      ballotPoints: fields['ballotPoints'] ?? fields['points'],
    },
    potInputs: potInputs(form, units, fields['pots'], say),
    dateInputs: dateInputs(form, fields, say),
    ballotKinds: BALLOT_KINDS.map((kind) => ({ value: kind, text: say.t(`ballotKinds.${kind}`) })),
    rules: RULES.map((rule) => ({ value: rule, text: say.t(`rounds.setup.ruleNames.${rule}`) })),
    secrecyModes: SECRECY_MODES.map((value) => ({
      value,
      text: say.t(`rounds.setup.secrecyModes.${value}`),
    })),
    yesNo: ['yes', 'no'].map((value) => ({ value, text: say.t(`rounds.setup.${value}`) })),
  };
}

function potInputs(
  form: RoundForm,
  units: readonly TerritoryRow[],
  error: string | undefined,
  say: Wording,
) {
  return units.map((unit, place) => ({
    id: place === 0 ? 'pots' : `pot-${unit.kato}`,
    name: `pot-${unit.kato}`,
    label: say.t('rounds.setup.sum', { place: placeName(unit, say) }),
    value: form.pots[unit.kato] ?? '',
    error: place === 0 ? error : undefined,
  }));
}

function dateInputs(form: RoundForm, errors: Readonly<Record<string, string>>, say: Wording) {
  return CALENDAR_FIELDS.map((name) => {
    const day = dayIn(form.dates[name]);
    return {
      name,
      legend: say.t(`rounds.fields.${name}`),
      hint: day === null ? undefined : say.weekday(day),
      error: errors[name],
      ...form.dates[name],
    };
  });
}
