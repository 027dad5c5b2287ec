/** The fields of one row; `flaw` tells what was odd about its quotes. */
export interface Row {
  readonly fields: readonly string[];
  readonly flaw: 'open' | 'stray' | null;
}

/**
 * Splits a row at `;`. Quotes count only at a field's start, `""` inside stands for one quote;
 * one that is never closed is passed over.
 *
 * @example splitRow('7;"Well; ""new"""').fields // → ['7', 'Well; "new"']
 */
export function splitRow(text: string): Row {
  if (!text.includes('"')) return { fields: text.split(';'), flaw: null };
  const fields: string[] = [];
  let flaw: Row['flaw'] = null;
  for (let from = 0; from <= text.length;) {
    const field = text[from] === '"' ? quotedField(text, from) : plainField(text, from);
    fields.push(field.value);
    flaw = field.flaw === 'open' ? 'open' : (flaw ?? field.flaw);
    from = field.next;
  }
  return { fields, flaw };
}

/** A row as CSV, quoted where it must be: `joinRow(['7', 'a;b']) // → '7;"a;b"'` */
export function joinRow(fields: readonly string[]): string {
  return fields.map(quoted).join(';');
}

interface Field extends Pick<Row, 'flaw'> {
  readonly value: string;
  readonly next: number;
}

function plainField(text: string, from: number): Field {
  const end = text.indexOf(';', from);
  const until = end === -1 ? text.length : end;
  const value = text.slice(from, until);
  return { value, next: until + 1, flaw: value.includes('"') ? 'stray' : null };
}

function quotedField(text: string, from: number): Field {
  let value = '';
  for (let start = from + 1; ;) {
    const close = text.indexOf('"', start);
    // A quote that never closes must not swallow the fields after it.
    if (close === -1) return { ...plainField(text, from + 1), flaw: 'open' };
    value += text.slice(start, close);
    if (text[close + 1] !== '"') return afterQuote(text, close + 1, value);
    value += '"';
    start = close + 2;
  }
}

function afterQuote(text: string, from: number, value: string): Field {
  const rest = plainField(text, from);
  return { value: value + rest.value, next: rest.next, flaw: rest.value === '' ? null : 'stray' };
}

function quoted(field: string): string {
  return /[";\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
