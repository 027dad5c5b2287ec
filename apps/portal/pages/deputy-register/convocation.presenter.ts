import type { MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { CONSTITUENCY_KINDS } from '#rules/registry/convocation.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { placeName } from '../places/place-name.js';
import { type ConstituencyFields, rowsIn, rowsOf } from './convocation-form.js';
import { dayField } from './day-in-form.js';

/** What the form begins with: the maslikhat in office, whose constituencies mostly stay. */
export interface ConvocationSetting {
  readonly unit: TerritoryRow;
  readonly units: readonly TerritoryRow[];
  readonly maslikhat: MaslikhatRow | null;
}

/** The form of a new convocation: term, constituencies with their seats, commissions. */
export function presentConvocationForm(
  { unit, units, maslikhat }: ConvocationSetting,
  sent: SentForm,
  say: Wording,
) {
  const { fields, faults } = sent;
  const from = maslikhat ? addDays(maslikhat.until, 1) : undefined;
  const rows = fields ? rowsIn(fields) : rowsOf(maslikhat, units, say);
  return {
    title: say.t('deputyRegister.convocation.title'),
    caption: say.t('deputies.titleOf', { name: placeName(unit, say) }),
    back: '/deputy-register',
    action: `/deputy-register/${unit.kato}/convocation`,
    faults,
    isPrefilled: !fields && maslikhat !== null,
    number: fields?.text('number') ?? '',
    from: dayField('from', say.t('deputyRegister.convocation.from'), sent, from),
    until: dayField('until', say.t('deputyRegister.convocation.until'), sent),
    commissions: fields?.text('commissions') ?? commissionLines(maslikhat),
    count: rows.length,
    rows: rows.map((row, at) => presentRow(row, { at, sent }, say)),
  };
}

function commissionLines(maslikhat: MaslikhatRow | null): string {
  return (maslikhat?.commissions ?? []).map(({ name }) => `${name.kk} | ${name.ru}`).join('\n');
}

function presentRow(
  row: ConstituencyFields,
  { at, sent }: { readonly at: number; readonly sent: SentForm },
  say: Wording,
) {
  const id = `c${at}`;
  const text = (name: Exclude<keyof ConstituencyFields, 'kind'>, label: string = name) => ({
    name: `${id}.${name}`,
    label: say.t(`deputyRegister.convocation.${label}`),
    value: row[name],
  });
  return {
    id,
    at: String(at),
    legend: say.t('deputyRegister.convocation.constituency', { number: row.number }),
    error: sent.faults?.fields[id],
    number: text('number', 'rowNumber'),
    seats: text('seats'),
    nameKk: text('nameKk'),
    nameRu: text('nameRu'),
    units: text('units'),
    kind: kindSelect(`${id}.kind`, row.kind, say),
  };
}

function kindSelect(name: string, value: string, say: Wording) {
  return {
    name,
    label: say.t('deputyRegister.convocation.kind'),
    value,
    choices: CONSTITUENCY_KINDS.map((kind) => ({
      value: kind,
      text: say.t(`deputyRegister.convocation.kinds.${kind}`),
    })),
  };
}
