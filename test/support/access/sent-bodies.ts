import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';

type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  items?: Schema;
  minItems?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}>;

/** Texts of fields whose form the document does not tell. */
const SOME_ID = v7();

const TEXTS: readonly (readonly [name: RegExp, text: string])[] = [
  [/^(amount)$/, '1'],
  [/url$|^link$/i, 'https://example.org/'],
  [/At$|^at$|Until$|From$/, '2026-11-01T09:00:00+05:00'],
  [/^(on|finishBy|from|until|[a-z]+On|quarter|period|deadline|on)$/, '2026-11-01'],
  [
    /^(expert|id|to|session|commission|budget|petition|minutes|deputies|present|constituency|op|coauthors|amendments)$/,
    SOME_ID,
  ],
  [/^kato$/, '992030000'],
  [/^iin$/, '880314430017'],
];

/** A body of the described shape with the fields that must be there. */
export function bodyOf(document: OpenAPIObject, schema: Schema, territory: string): unknown {
  const at = (part: Schema, name: string): unknown => {
    if (part.$ref)
      return at(document.components!.schemas![part.$ref.split('/').at(-1)!] as Schema, name);
    if (part.allOf) return at(part.allOf[0]!, name);
    if (part.enum) return part.enum[0];
    const type = Array.isArray(part.type) ? part.type[0] : part.type;
    if (type === 'array') return [at(part.items ?? {}, name)];
    if (type === 'integer' || type === 'number')
      return name === 'year' ? 2027 : (part.minimum ?? 1);
    if (type === 'boolean') return true;
    if (type === 'string') return textOf(part, name, territory);
    const must = new Set(part.required ?? []);
    const fields = Object.entries(part.properties ?? {});
    const kept = fields.filter(([field]) => must.has(field) || field === 'amount');
    return Object.fromEntries(kept.map(([field, inner]) => [field, at(inner, field)]));
  };
  return at(schema, '');
}

function textOf({ format }: Schema, name: string, territory: string): string {
  if (format === 'uuid') return v7();
  if (format === 'date') return '2026-11-01';
  if (name === 'territory') return territory;
  return TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'Мәтін';
}
