import type { AuditRow } from '#features/record/audit-trail/audit-trail.reader.js';
import { presentAuditEntry } from './audit-entry.presenter.js';

const FORMULA = /^[=+\-@\t\r]/;

/** A line of the table, as everybody may see it. */
export function csvRowOf(row: AuditRow): Record<string, string> {
  const entry = presentAuditEntry(row, undefined);
  return {
    id: entry.id,
    at: entry.at,
    role: entry.who.role,
    post_kk: safe(entry.who.post.kk),
    post_ru: safe(entry.who.post.ru),
    act: entry.act,
    object_kind: entry.object.kind,
    object_id: entry.object.id,
    territory: entry.territory ?? '',
    before: textOf(entry.before),
    after: textOf(entry.after),
  };
}

function textOf(value: unknown): string {
  return value === null ? '' : JSON.stringify(value);
}

/** Spreadsheets run a cell that begins like a formula. */
function safe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
