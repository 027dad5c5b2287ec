import type { KeptWordingRow } from '#features/assemblies/wordings/wording-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import {
  BODY_KINDS,
  isVotingBody,
  meetingKindsOn,
  type VotingBody,
} from '#rules/assemblies/body-kind.js';
import { conveningRuleOn } from '#rules/assemblies/convening-rule.js';
import { earliestMeetingOn } from '#rules/assemblies/convening.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { placeName } from '../places/place-name.js';
import { questionChoices } from './agenda-questions.js';
import { agendaRowsOf } from './convene-form.js';

export interface ConvenePage {
  readonly units: readonly TerritoryRow[];
  /** Titles of agenda items that the units keep. */
  readonly templates: readonly KeptWordingRow[];
  readonly today: CivilDate;
  readonly sent: SentForm;
}

const TEXTS = [
  'partKk',
  'partRu',
  'time',
  'placeKk',
  'placeRu',
  'members',
  'membersSource',
  'signatures',
  'channels',
  'noticeTextKk',
  'noticeTextRu',
  'broadcastUrl',
];

/** The form of a meeting; what was typed comes back with its faults, the lawful day among them. */
export function presentConvene({ units, templates, today, sent }: ConvenePage, say: Wording) {
  const { fields, faults } = sent;
  const value = (name: string) => fields?.text(name) ?? '';
  // The fault of a short notice stands at the day of the meeting.
  const errors = { ...faults?.fields };
  const rows = agendaRowsOf(fields);
  const meetingError = errors['meeting'] ?? errors['meetingOn'];
  return {
    title: say.t('assemblyDesk.convene.title'),
    back: '/assembly-desk',
    faults,
    errors,
    earliest: earliestLine(today, say),
    units: units.map((unit) => ({ value: unit.kato, text: placeName(unit, say) })),
    territory: value('territory'),
    kinds: kindsFor(units, today).map((kind) => ({
      value: kind,
      text: say.t(`bodyKinds.${kind}`),
      hint: say.t(`assemblyDesk.convene.kindHints.${kind}`),
    })),
    kind: value('kind') || 'assembly',
    conveners: (['akim', 'chair', 'members'] as const).map((kind) => ({
      value: kind,
      text: say.t(`assemblyDesk.convene.conveners.${kind}`),
    })),
    convener: value('convener') || 'akim',
    meeting: {
      ...dayField('meeting', say.t('assemblyDesk.convene.day'), sent),
      error: meetingError,
    },
    consent: dayField('consent', say.t('assemblyDesk.convene.consent'), sent),
    notice: noticeDay(today, sent, say),
    announce: !fields || value('announce') === 'yes',
    values: Object.fromEntries(TEXTS.map((name) => [name, value(name)])),
    questions: questionChoices(today, say),
    templates: templates.map(({ id, text }) => ({ value: id, text: say.official(text).text })),
    count: rows,
    rows: Array.from({ length: rows }, (_, place) => agendaRow(place + 1, sent, say)),
  };
}

/** Kinds that any of the units may have meet; the rules say which unit may not. */
function kindsFor(units: readonly TerritoryRow[], today: CivilDate): readonly VotingBody[] {
  const possible = units.flatMap(({ level }) => meetingKindsOn(level as TerritoryLevel, today));
  return BODY_KINDS.filter(isVotingBody).filter((kind) => possible.includes(kind));
}

/** «Бүгін жарияласаңыз, ең ерте күні: 2026 ж. 2 желтоқсан» */
function earliestLine(today: CivilDate, say: Wording): string {
  const rule = conveningRuleOn('assembly', today, []);
  const day = earliestMeetingOn(today, rule.noticeDays);
  return say.t('assemblyDesk.convene.earliest', { day: say.date(day), days: rule.noticeDays });
}

function noticeDay(today: CivilDate, sent: SentForm, say: Wording) {
  const field = dayField('notice', say.t('assemblyDesk.convene.noticeDay'), sent);
  if (sent.fields) return field;
  const [year, month, day] = today.split('-');
  return { ...field, day, month, year };
}

function agendaRow(number: number, { fields, faults }: SentForm, say: Wording) {
  const field = (name: string) => ({
    name: `${name}${number}`,
    value: fields?.text(`${name}${number}`) ?? '',
    error: faults?.fields[`${name}${number}`],
  });
  return {
    number,
    isOpen: number === 1 || (fields?.text(`question${number}`) ?? '') !== '',
    summary: say.t('assemblyDesk.convene.item', { number }),
    question: field('question'),
    kk: { ...field('title'), ...typed(`title${number}Kk`, fields) },
    ru: { ...field('title'), ...typed(`title${number}Ru`, fields) },
    rapporteur: field('rapporteur'),
    report: field('report'),
  };
}

function typed(name: string, fields: SentForm['fields']) {
  return { name, value: fields?.text(name) ?? '' };
}
