import type { KeptWordingRow } from '#features/assemblies/wordings/wording-row.js';
import type {
  AgendaItemFields,
  MeetingFields,
} from '#features/assemblies/meetings/meeting-fields.js';
import { BODY_KINDS, isVotingBody } from '#rules/assemblies/body-kind.js';
import type { Convener } from '#rules/assemblies/convening.js';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { ASSEMBLY_QUESTION_CODES } from './agenda-questions.js';
import type { Wording } from '#platform/views/wording.js';
import { FormFields } from '../_frame/form-fields.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { momentOn } from './meeting-clock.js';
import { noticeIn } from './notice-form.js';
import { addressOr, refusedField, textsIn } from './typed-fields.js';

/** Rows of the agenda that a new form begins with, those added at once, and the most of them. */
const FIRST_ROWS = 8;
const ADDED_ROWS = 4;
const MOST_ROWS = 60;

/** How many rows the agenda of a form has, with those just added. */
export function agendaRowsOf(fields: FormFields | undefined): number {
  const sent = Number.parseInt(fields?.text('rows') ?? '', 10) || FIRST_ROWS;
  const added = fields && isOnlyAddingRows(fields) ? ADDED_ROWS : 0;
  return Math.min(Math.max(sent, 1) + added, MOST_ROWS);
}

/** More rows were asked for; the meeting is not convened yet. */
export function isOnlyAddingRows(fields: FormFields): boolean {
  return fields.has('addRows');
}

/** A template was chosen; the meeting is not convened yet. */
export function isOnlyTakingTemplate(fields: FormFields): boolean {
  return fields.has('addTemplate');
}

/** The form with a kept wording in its first empty row of the agenda. */
export function withTemplate(fields: FormFields, kept: readonly KeptWordingRow[]): FormFields {
  const chosen = kept.find(({ id }) => id === fields.text('template'));
  const rows = agendaRowsOf(fields);
  const taken = Array.from({ length: rows }, (_, place) => place + 1);
  const row = taken.find((number) => fields.text(`question${number}`) === '') ?? rows + 1;
  if (!chosen?.question || row > MOST_ROWS) return fields;
  const sent = fields.names().map((name) => [name, fields.list(name)] as const);
  return new FormFields({
    ...Object.fromEntries(sent),
    rows: String(Math.max(rows, row)),
    [`question${row}`]: chosen.question,
    [`title${row}Kk`]: chosen.text.kk,
    [`title${row}Ru`]: chosen.text.ru,
  });
}

/**
 * A meeting as the form sends it; without the tick at the notice it is only planned.
 *
 * @param both the wording of both languages, for titles that the secretary left to the template
 */
export function meetingIn(
  fields: FormFields,
  both: Readonly<Record<'kk' | 'ru', Wording>>,
): MeetingFields {
  const kind = fields.text('kind');
  const isPart = kind === 'separate-gathering';
  return {
    territory: fields.text('territory'),
    kind: BODY_KINDS.filter(isVotingBody).find((body) => body === kind) ?? 'assembly',
    part: isPart ? textsIn(fields, 'part') : null,
    startsAt: startIn(fields),
    place: textsIn(fields, 'place'),
    convener: convenerIn(fields),
    members: Number.parseInt(fields.text('members'), 10) || null,
    membersSource: fields.text('membersSource') || null,
    agenda: agendaIn(fields, both),
    notice: fields.text('announce') === 'yes' ? noticeIn(fields) : null,
    broadcastUrl: addressOr(fields, 'broadcastUrl'),
    repeatsMinutes: null,
  };
}

function startIn(fields: FormFields): Date {
  const day = dayIn(fields, 'meeting');
  const moment = momentOn(day, fields.text('time'));
  if (moment === null) throw refusedField('form.not_a_time', 'time');
  return moment;
}

function convenerIn(fields: FormFields): Convener {
  const kind = fields.text('convener');
  if (kind !== 'members') return { kind: kind === 'chair' ? 'chair' : 'akim' };
  const lines = fields.text('signatures').split('\n');
  const consentOn = ['Year', 'Month', 'Day']
    .map((part) => fields.text(`consent${part}`).padStart(2, '0'))
    .join('-');
  return {
    kind: 'members',
    signatures: lines.filter((line) => line.trim() !== '').map(signatureIn),
    members: Number.parseInt(fields.text('members'), 10) || 0,
    consentOn: isCivilDate(consentOn) ? consentOn : null,
  };
}

/** «Үсенов Асан, Абай көшесі 12»: a name, and a residence behind the comma. */
function signatureIn(line: string) {
  const [name = '', ...residence] = line.split(',');
  return { name: name.trim(), residence: residence.join(',').trim() };
}

function agendaIn(
  fields: FormFields,
  both: Readonly<Record<'kk' | 'ru', Wording>>,
): readonly AgendaItemFields[] {
  const rows = Array.from({ length: agendaRowsOf(fields) }, (_, place) => place + 1);
  return rows.flatMap((row) => {
    const question = ASSEMBLY_QUESTION_CODES.find((code) => code === fields.text(`question${row}`));
    if (!question) return [];
    const typed = textsIn(fields, `title${row}`);
    const title = {
      kk: typed.kk || both.kk.t(`assemblyDesk.templates.${question}`),
      ru: typed.ru || both.ru.t(`assemblyDesk.templates.${question}`),
    };
    const rapporteur = fields.text(`rapporteur${row}`) || null;
    const reportUrl = addressOr(fields, `report${row}`);
    return [{ question, title, rapporteur, links: [], reportUrl, request: null }];
  });
}
