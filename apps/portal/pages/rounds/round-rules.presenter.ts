import type { LegalSource } from '#rules/rulebook/legal-value.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { parseTenge } from '#rules/kernel/money.js';
import type { LegalPoint } from '#features/participation/rounds/legal-basis.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import { ruleInWords, untilInWords } from '../vote/vote-words.js';

/** The rule of a round in plain sentences. */
export function rulesOf(round: RoundRow, say: Wording): readonly string[] {
  return [
    say.t('rounds.rules.who', {
      age: round.minimumAge,
      place: say.official(round.territoryName).text,
    }),
    ruleInWords(round, say),
    say.t(round.replacingAllowed ? 'rounds.rules.replacing' : 'rounds.rules.once'),
    say.t('rounds.rules.until', { until: untilInWords(round.calendar.votingUntil, say) }),
    say.t(`rounds.rules.count.${round.rule.name}`),
    ...limitsOf(round, say),
    say.t(`rounds.rules.ties.${tiesOf(round)}`),
    say.t('rounds.rules.secret'),
    say.t(`rounds.rules.secrecy.${round.secrecy}`),
  ];
}

function limitsOf({ minimumVotes, costCapTiyn }: RoundRow, say: Wording): string[] {
  const limits: string[] = [];
  if (minimumVotes > 0) limits.push(say.t('rounds.rules.minimumVotes', { count: minimumVotes }));
  if (costCapTiyn !== null)
    limits.push(say.t('rounds.rules.costCap', { cap: say.money(costCapTiyn) }));
  return limits;
}

function tiesOf({ rule }: RoundRow): string {
  return rule.ties.startsWith('lottery:') ? 'lottery' : rule.ties;
}

/** What the law said on the day of the set-up, value by value; undefined outside the national rule. */
export function lawTable({ legalBasis }: RoundRow, say: Wording) {
  if (legalBasis.points.length === 0) return undefined;
  return {
    caption: say.t('rounds.law.caption', { on: say.date(legalBasis.on) }),
    columns: [
      { text: say.t('rounds.law.what') },
      { text: say.t('rounds.law.value') },
      { text: say.t('rounds.law.source') },
    ],
    rows: legalBasis.points.map((point) => ({
      cells: [
        { text: say.t(`rounds.law.names.${point.name}`) },
        { text: valueOf(point, say) },
        { text: sourceOf(point.source, say) },
      ],
    })),
  };
}

function valueOf({ name, value }: LegalPoint, say: Wording): string {
  if (typeof value === 'number') return say.number(value);
  if (isCivilDate(value)) return say.date(value);
  return name === 'costCap' ? say.money(parseTenge(value) ?? 0n) : value;
}

/** «Бюджетті жоспарлау қағидалары …, 78-тармақ, 01.07.2026 редакция» */
export function sourceOf({ act, point, redaction }: LegalSource, say: Wording): string {
  const name = say.t(`acts.${act}`);
  if (point === '') return name;
  return say.t('rounds.law.pointOf', { act: name, point, redaction: say.date(redaction) });
}

/** What officers were warned of and everybody may know. */
export function warningsOf({ legalBasis }: RoundRow, say: Wording): readonly string[] {
  const { warnings } = legalBasis;
  return warningWords(
    warnings.filter(({ code }) => code !== 'round.outside_national_rule'),
    say,
  );
}

/** Warnings with the dates that they are about; an unknown year is said once, not for each date. */
export function warningWords(warnings: readonly Fault[], say: Wording): readonly string[] {
  const unknown = warnings.find(({ code }) => code === UNKNOWN_YEAR);
  const rest = warnings.filter(({ code }) => code !== UNKNOWN_YEAR);
  const words = rest.map((warning) => warningLine(warning, say));
  return unknown ? [say.refusal(unknown.code, unknown.details), ...words] : words;
}

const UNKNOWN_YEAR = 'round.calendar_year_unknown';

function warningLine({ code, details, field }: Fault, say: Wording): string {
  const text = say.refusal(code, details);
  const key = `rounds.fields.${field}`;
  return say.has(key) ? say.t('rounds.warningLine', { about: say.t(key), text }) : text;
}
