import { isCivilDate } from '#rules/kernel/civil-date.js';
import type { AuditQuestion } from '#features/record/audit-trail/audit-trail.reader.js';

const FIELDS = ['territory', 'act', 'objectId', 'from', 'until'] as const;

/** What a reader filters by: as typed, and as far as it can be read. */
export interface AuditFilter {
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
  readonly question: Omit<AuditQuestion, 'limit'>;
  /** Something was typed that cannot be read, and is left out of the question. */
  readonly isUnclear: boolean;
}

/** The filter in an address. */
export function readAuditFilter(query: Readonly<Record<string, unknown>>): AuditFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const typed = {
    territory: text('territory'),
    act: text('act'),
    objectId: text('objectId'),
    from: text('from'),
    until: text('until'),
  };
  const readable = FIELDS.filter((name) => typed[name] !== '' && isReadable(name, typed[name]));
  const question = Object.fromEntries(readable.map((name) => [name, typed[name]]));
  const isUnclear = FIELDS.some((name) => typed[name] !== '' && !readable.includes(name));
  const after = text('after');
  return { typed, question: { ...question, ...(after ? { after } : {}) }, isUnclear };
}

/** The same filter as a query, for further pages and the table. */
export function filterQuery({ typed }: AuditFilter, more: Record<string, string> = {}): string {
  const search = new URLSearchParams(more);
  for (const name of FIELDS) if (typed[name] !== '') search.set(name, typed[name]);
  return search.size > 0 ? `?${search}` : '';
}

function isReadable(name: (typeof FIELDS)[number], value: string): boolean {
  if (name === 'territory') return /^\d{9}$/.test(value);
  return name === 'from' || name === 'until' ? isCivilDate(value) : true;
}
