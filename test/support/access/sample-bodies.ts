import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';
import type { CellCaller } from './access-cells.js';
import type { TownObject } from './town-objects.js';

type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}>;

export interface BodySetting {
  readonly object: TownObject;
  readonly caller: CellCaller;
  readonly document: OpenAPIObject;
}

const SOME_ID = v7();

/** What fields hold whose form their type does not tell. */
const BY_NAME: readonly (readonly [name: RegExp, text: string])[] = [
  [/^(amount|change)$/, '1'],
  [/url$|^link$/i, 'https://example.org/'],
  [/At$|^at$|Until$|From$/, '2026-11-01T09:00:00+05:00'],
  [/^(on|finishBy|from|until|[a-z]+On|quarter|period|deadline)$/, '2026-11-01'],
  [/^(expert|id|to|session|commission|budget|minutes|deputies|present|constituency|op)$/, SOME_ID],
  [/^(coauthors|amendments|signedBy|member|petition)$/, SOME_ID],
  [/^iin$/, '880314430017'],
];

/** Bodies that a schema alone does not make well formed. */
const BY_ROUTE: Readonly<Record<string, object>> = {
  'POST /api/v1/rulebook/overrides': { value: 1 },
  'POST /api/v1/convocations': { territory: '992000000' },
  'POST /api/v1/maslikhat-sessions': { territory: '992000000' },
  'POST /api/v1/meetings/:id/writings': { writings: [] },
  'POST /api/v1/projects/:id/milestones': { on: '2026-11-01', percent: 10 },
};

/** A body of the described shape, with the fields that must be there. */
export function bodyOf(route: string, schema: object, setting: BodySetting): unknown {
  const body = valueOf(schema, '', setting);
  return typeof body === 'object' ? { ...body, ...BY_ROUTE[route] } : body;
}

function valueOf(schema: Schema, name: string, setting: BodySetting): unknown {
  if (schema.$ref) return valueOf(named(schema.$ref, setting), name, setting);
  if (schema.allOf) return valueOf(schema.allOf[0]!, name, setting);
  if (name === 'role') return setting.caller.role;
  if (schema.enum) return schema.enum[0];
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'array') return [valueOf(schema.items ?? {}, name, setting)];
  if (type === 'integer' || type === 'number')
    return name === 'year' ? 2027 : (schema.minimum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'string') return textOf(schema, name, setting);
  return fieldsOf(schema, setting);
}

function named(ref: string, { document }: BodySetting): Schema {
  return (document.components?.schemas?.[ref.split('/').at(-1)!] ?? {}) as Schema;
}

function fieldsOf({ required = [], properties = {} }: Schema, setting: BodySetting): object {
  const kept = Object.entries(properties).filter(
    ([field]) => required.includes(field) || field === 'amount',
  );
  return Object.fromEntries(kept.map(([field, inner]) => [field, valueOf(inner, field, setting)]));
}

function textOf({ format }: Schema, name: string, { object, caller }: BodySetting): string {
  if (name in object.names && name !== 'number') return object.names[name]!;
  if (format === 'uuid') return SOME_ID;
  if (format === 'date') return '2026-11-01';
  if (name === 'territory')
    return caller.role === 'maslikhat-secretary' ? object.maslikhat : object.territory;
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'Мәтін';
}
