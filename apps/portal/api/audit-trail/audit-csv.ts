import type { AuditRow } from '#features/record/audit-trail/audit-trail.reader.js';
import { presentAuditEntry } from './audit-entry.presenter.js';

/** The head of the table: it stands there also when nothing was found. */
export const AUDIT_COLUMNS = [
  'id',
  'at',
  'role',
  'post_kk',
  'post_ru',
  'act',
  'object_kind',
  'object_id',
  'territory',
  'before',
  'after',
] as const;

/** A line of the table, as everybody may see it. */
export function csvRowOf(row: AuditRow): Record<(typeof AUDIT_COLUMNS)[number], string> {
  const entry = presentAuditEntry(row, undefined);
  return {
    id: entry.id,
    at: entry.at,
    role: entry.who.role,
    post_kk: entry.who.post.kk,
    post_ru: entry.who.post.ru,
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
