import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';

/** Texts that have broken somebody's program before. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b',
  "'; drop table ballots; --",
  '%',
  '%00',
  '..',
  '../../etc/passwd',
  '-1',
  '0',
  '1e400',
  '99999999999999999999',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '０１２',
  'Ә'.repeat(400),
  '🏞️'.repeat(90),
] as const;

/** Texts that pass a first look. */
const PLAUSIBLE_TEXTS = [
  '974000000',
  '990000000',
  'greening',
  'kk',
  'approval',
  'greedy',
  'id',
  '2026-04-06',
  '2026-04-06T09:00:00+05:00',
  '38500000',
  '43.238949, 76.889709',
  '1',
  '3',
  'Саябақ салу',
] as const;

/** A text of any kind, odd ones often. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.constantFrom(...PLAUSIBLE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Anything that JSON can say. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, [], {}, [[]], 1e308, -0.5, 2 ** 53, [null], { length: 1e9 }),
);

type Schema = Readonly<{
  $ref?: string;
  type?: string;
  enum?: readonly unknown[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
}>;

/** Bodies of roughly the described shape: most fields plausible, some of them anything. */
export function bodiesFor(schema: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: shaped(schema, document) },
    { weight: 1, arbitrary: anything },
  );
}

function shaped(schema: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return bodiesFor((document.components?.schemas?.[name] ?? {}) as Schema, document);
  }
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'array')
    return fc.array(bodiesFor(schema.items ?? {}, document), { maxLength: 4 });
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.integer({ min: -2, max: 40 }), fc.integer(), fc.double());
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return oddText;
  return objects(schema, document);
}

function objects({ properties = {} }: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]) => [
    name,
    bodiesFor(field, document),
  ]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  });
}

/** A text as a part of an address; what UTF-8 cannot say is sent as broken bytes. */
export function inAddress(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}
