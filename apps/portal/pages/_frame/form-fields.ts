import type { FastifyRequest } from 'fastify';

const LONGEST_FIELD = 20_000;

/** The fields of a sent form: texts without surrounding blanks, lists where a name repeats. */
export class FormFields {
  constructor(private readonly body: Readonly<Record<string, unknown>>) {}

  /** The text of a field, empty when it was not sent; line ends are unified, NUL is dropped. */
  text(name: string): string {
    const value = this.body[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? clean(first) : '';
  }

  /** All values sent under a name (checkboxes). */
  list(name: string): string[] {
    const value = this.body[name];
    const all: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return all.filter((each) => typeof each === 'string').map(clean);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.body, name);
  }

  names(): string[] {
    return Object.keys(this.body);
  }
}

export function formFieldsOf(request: FastifyRequest): FormFields {
  const body = request.body;
  return new FormFields(typeof body === 'object' && body !== null ? { ...body } : {});
}

function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').slice(0, LONGEST_FIELD).trim();
}
