import type { BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { assemblySizeOn } from '#rules/assemblies/assembly-size.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { placeName } from '../places/place-name.js';
import {
  bodyTitleKey,
  MEMBER_POSTS,
  type SeatedKind,
  type SeatRow,
  seatRowsIn,
  seatRowsOf,
} from './body-form.js';

/** What the form begins with. */
export interface BodySetting {
  readonly unit: TerritoryRow;
  readonly kind: SeatedKind;
  readonly settlements: readonly TerritoryRow[];
  readonly overrides: readonly LocalOverride[];
  /** The assembly of today; null where none was entered. */
  readonly sitting: BodyRow | null;
  /** A term after the one of today is entered. */
  readonly isNewTerm: boolean;
  readonly today: CivilDate;
}

/** The form of an assembly in its term: members, their settlements, the chair and the secretary. */
export function presentBodyForm(setting: BodySetting, sent: SentForm, say: Wording) {
  const { unit, kind, settlements, sitting, isNewTerm } = setting;
  const { fields, faults } = sent;
  const body = isNewTerm ? null : sitting;
  const next = isNewTerm && sitting ? addDays(sitting.until, 1) : undefined;
  const rows = fields ? seatRowsIn(fields) : seatRowsOf(body);
  const path = `/assembly-desk/bodies/${unit.kato}`;
  return {
    title: say.t(bodyTitleKey(kind)),
    caption: `${say.t(`bodyKinds.${kind}`)}, ${placeName(unit, say)}`,
    kind,
    back: '/assembly-desk',
    action: path,
    next: sitting && !isNewTerm ? `${path}?term=new&kind=${kind}` : undefined,
    term: isNewTerm ? 'new' : '',
    version: fields?.text('version') ?? String(body?.version ?? ''),
    faults,
    seatsError: faults?.fields['seats'] ?? faults?.fields['members'],
    size: kind === 'assembly' ? sizeWords(setting, say) : undefined,
    from: dayField('from', say.t('assemblyDesk.body.from'), sent, body?.from ?? next),
    until: dayField('until', say.t('assemblyDesk.body.until'), sent, body?.until),
    count: rows.length,
    settlements: settlements.map((each) => ({ value: each.kato, text: placeName(each, say) })),
    posts: MEMBER_POSTS.map((post) => ({
      value: post,
      text: say.t(`assemblies.body.posts.${post}`),
    })),
    rows: rows.map((row, at) => presentSeat(row, { at, sent }, say)),
  };
}

/** How many delegates the law asks for here, and from which figure that follows. */
function sizeWords({ unit, overrides, today }: BodySetting, say: Wording): string {
  const { population, populationOn, populationSource } = unit;
  if (population === null) return say.t('errors.assembly.population_unknown');
  const { atLeast, atMost, perSettlement } = assemblySizeOn(today, population, overrides);
  const counted = [populationOn && say.date(populationOn), populationSource].filter(Boolean);
  return say.t('assemblyDesk.body.size', {
    people: say.number(population),
    counted: counted.join(', '),
    atLeast,
    atMost,
    perSettlement,
  });
}

function presentSeat(
  row: SeatRow,
  { at, sent }: { readonly at: number; readonly sent: SentForm },
  say: Wording,
) {
  const id = `m${at}`;
  const legend = say.t('assemblyDesk.body.member', { number: at + 1 });
  const field = (name: Exclude<keyof SeatRow, 'onCommission'>, label: string) => ({
    name: `${id}-${name}`,
    value: row[name],
    label: say.t(`assemblyDesk.body.${label}`),
  });
  return {
    id,
    at: String(at),
    legend,
    summary: row.name === '' ? legend : `${legend}: ${row.name}`,
    isOpen: row.name === '' || sent.faults?.fields[id] !== undefined,
    error: sent.faults?.fields[id],
    seat: field('id', 'name'),
    replaces: field('replaces', 'name'),
    name: field('name', 'name'),
    settlement: field('settlement', 'settlement'),
    post: field('post', 'post'),
    from: field('from', 'heldFrom'),
    until: field('until', 'heldUntil'),
    iin: field('iin', 'iin'),
    commission: { name: `${id}-onCommission`, isOn: row.onCommission },
  };
}
