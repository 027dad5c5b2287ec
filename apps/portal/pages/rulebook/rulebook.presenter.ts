import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type AnyLegalRow, LEGAL_ROWS } from '#rules/rulebook/legal-rows.js';
import { getRowOn, isInForceOn } from '#rules/rulebook/value-on.js';
import type { LocalOverrideRow } from '#features/registry/local-acts/local-override.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { legalValueWords } from './legal-value-words.js';

/** The rulebook of a day: each value with its source and how sure we are of it, and local acts. */
export function presentRulebook(
  on: CivilDate,
  overrides: readonly LocalOverrideRow[],
  say: Wording,
) {
  return {
    title: say.t('rules.title'),
    on,
    jsonTwin: `/api/v1/rulebook?on=${on}`,
    table: {
      caption: say.t('rules.caption', { on: say.date(on) }),
      columns: ['what', 'value', 'source', 'period', 'standing'].map((name) => ({
        text: say.t(`rules.${name}`),
      })),
      rows: LEGAL_ROWS.filter((row) => isInForceOn(row, on)).map((row) => rowOf(row, say)),
    },
    local: overrides.length > 0 ? localTable(overrides, say) : undefined,
  };
}

function rowOf(row: AnyLegalRow, say: Wording) {
  const note = row.note && say.t(`legalNotes.${row.note}`);
  const verified = say.t(row.verified ? 'rules.verified' : 'rules.notVerified');
  return {
    cells: [
      { text: say.t(`legalKeys.${row.key}`) },
      { text: legalValueWords(row.value, row.unit, say) },
      sourceCell(row, say),
      { text: periodOf(row.from, row.until ?? null, say) },
      {
        text: say.t(`legalStanding.${row.standing}`),
        detail: [verified, note].filter(Boolean).join('. '),
      },
    ],
  };
}

function sourceCell({ source }: AnyLegalRow, say: Wording) {
  const { point, redaction } = source;
  const act = say.t(`acts.${source.act}`);
  return {
    text: point === '' ? say.t('rules.wholeAct') : say.t('rules.point', { point }),
    detail: say.t('rules.actAndRedaction', { act, redaction: say.date(redaction) }),
  };
}

function localTable(overrides: readonly LocalOverrideRow[], say: Wording) {
  return {
    caption: say.t('rules.localCaption'),
    columns: ['what', 'place', 'value', 'act', 'period'].map((name) => ({
      text: say.t(`rules.${name}`),
    })),
    rows: overrides.map((override) => ({
      cells: [
        { text: say.t(`legalKeys.${override.key}`) },
        { text: say.official(override.territoryName).text },
        { text: legalValueWords(override.value, unitOf(override), say) },
        { text: override.act },
        { text: periodOf(override.from, override.until, say) },
      ],
    })),
  };
}

function unitOf({ key, from }: LocalOverrideRow): AnyLegalRow['unit'] {
  return getRowOn(key, from).unit;
}

function periodOf(from: CivilDate, until: CivilDate | null, say: Wording): string {
  return until === null
    ? say.t('rules.from', { from: say.date(from) })
    : say.t('rules.between', { from: say.date(from), until: say.date(until) });
}
