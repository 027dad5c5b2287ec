/** Markup drawn by our own code; the only kind of text that a page takes without escaping. */
export class Svg {
  readonly #markup: string;

  constructor(strings: TemplateStringsArray, values: readonly SvgPart[]) {
    this.#markup = String.raw({ raw: strings }, ...values.map(write));
  }

  toString(): string {
    return this.#markup;
  }
}

export type SvgPart = string | number | bigint | Svg | readonly Svg[];

/**
 * Draws: what is put in is escaped, unless it was drawn by this function too.
 *
 * @example svg`<text x="${4}">${title}</text>`
 */
export function svg(strings: TemplateStringsArray, ...values: SvgPart[]): Svg {
  return new Svg(strings, values);
}

function write(part: SvgPart): string {
  if (part instanceof Svg) return part.toString();
  return Array.isArray(part) ? part.map(write).join('') : escape(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// XML has no place for most control signs: one of them in a title would break a whole feed.
const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escape(text: string): string {
  return text.replaceAll(NOT_IN_XML, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
