import { canSeeNames } from '#features/record/audit-trail/audit.policy.js';
import type { AuditRow } from '#features/record/audit-trail/audit-trail.reader.js';
import { maskPersonal } from '#features/record/audit-trail/mask-personal.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { type AuditFilter, filterQuery } from './audit-filter.js';

interface AuditModel {
  readonly filter: AuditFilter;
  readonly acts: readonly string[];
  readonly rows: readonly AuditRow[];
  readonly isLast: boolean;
  readonly reader: SignedIn | undefined;
}

/** Acts of people in office with filters. */
export function presentAudit({ filter, acts, rows, isLast, reader }: AuditModel, say: Wording) {
  return {
    title: say.t('audit.title'),
    note: rows.some((row) => canSeeNames(reader, row))
      ? say.t('audit.open')
      : say.t('audit.masked'),
    filter: filter.typed,
    isFiltered: Object.values(filter.typed).some((value) => value !== ''),
    unclear: filter.isUnclear ? say.t('audit.unreadable') : undefined,
    acts: [
      { value: '', text: say.t('audit.anyAct') },
      ...acts.map((act) => ({ value: act, text: actWords(act, say) })),
    ],
    entries: rows.map((row) => presentEntry(row, reader, say)),
    older: isLast ? undefined : `/audit${filterQuery(filter, { after: rows.at(-1)!.id })}`,
    csv: `/api/v1/audit-trail.csv${filterQuery(filter, { limit: '200' })}`,
  };
}

function presentEntry(row: AuditRow, reader: SignedIn | undefined, say: Wording) {
  const isOpen = canSeeNames(reader, row);
  const post = say.official(row.post).text;
  return {
    at: say.dateTime(row.at),
    act: actWords(row.act, say),
    who: isOpen
      ? say.t('audit.whoNamed', { post, name: row.personName })
      : say.t('audit.who', { post }),
    matter: say.t('audit.objectLine', { kind: kindWords(row.objectKind, say), id: row.objectId }),
    place: row.territoryName && say.official(row.territoryName).text,
    before: textOf(isOpen ? row.before : maskPersonal(row.before)),
    after: textOf(isOpen ? row.after : maskPersonal(row.after)),
  };
}

/** An act of a feature that has no words here yet is shown by its code rather than hidden. */
function actWords(act: string, say: Wording): string {
  return say.has(`audit.acts.${act}`) ? say.t(`audit.acts.${act}`) : act;
}

function kindWords(kind: string, say: Wording): string {
  return say.has(`audit.kinds.${kind}`) ? say.t(`audit.kinds.${kind}`) : kind;
}

function textOf(value: unknown): string | undefined {
  return value === null ? undefined : JSON.stringify(value, null, 1);
}
