import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PipeTransform } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { CellCaller } from '#test/support/access/access-cells.js';
import { bodyOf } from '#test/support/access/sample-bodies.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

/** Fields that somebody would like to set, and that an act sets by itself or not at all. */
const WISHED = {
  id: 'wished',
  role: 'wished',
  roles: ['wished'],
  state: 'wished',
  status: 'wished',
  verified: true,
  territory: 'wished',
  districtId: 'wished',
  author: 'wished',
  authorId: 'wished',
  personId: 'wished',
  residentId: 'wished',
  version: 1,
  votesCount: 1_000_000,
  publishedAt: 'wished',
  isAdmin: true,
};

const AKIM: CellCaller = { role: 'akim', relation: 'here' };
const NOTHING = { names: {}, territory: '992030000', maslikhat: '992000000', owner: null };

type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
}>;

describe('a body with more fields than its route describes', () => {
  let portal: TestPortal;
  let document: OpenAPIObject;
  let pipes: readonly PipeTransform[];

  beforeAll(async () => {
    portal = await openTestPortal();
    document = (await portal.app.inject('/api/openapi.json')).json();
    pipes = portal.app.get(ApplicationConfig, { strict: false }).getGlobalPipes();
  });
  afterAll(() => portal.close());

  it('brings none of them to any act, at any depth', async () => {
    const found: string[] = [];
    const bodies = describedBodies();
    for (const { route, schema, metatype } of bodies) {
      const sample = bodyOf(route, schema, { object: NOTHING, caller: AKIM, document });
      const taken = await piped(wishing(sample, schema), metatype);
      found.push(...strangersIn(taken, schema).map((name) => `${route}: ${name}`));
    }
    expect(found).toEqual([]);
    expect(bodies.length).toBeGreaterThan(90);
  });

  /** Every handler that reads a JSON body, with the class that it reads and what the document says. */
  function describedBodies() {
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        ...operation,
      })),
    );
    const classes = bodyClassesOf(portal);
    return operations.flatMap(({ route, operationId, requestBody }) => {
      const schema = requestBody?.content['application/json']?.schema;
      const metatype = classes.get(operationId ?? '');
      return schema && metatype ? [{ route, schema, metatype }] : [];
    });
  }

  /** The wishes in every object of a body, where they are none of its own fields. */
  function wishing(value: unknown, schema: Schema): unknown {
    const { items, properties } = resolved(schema);
    if (Array.isArray(value)) return value.map((each) => wishing(each, items ?? {}));
    if (typeof value !== 'object' || value === null || !properties) return value;
    const own = Object.entries(value).map(([name, inner]) => [
      name,
      wishing(inner, properties[name] ?? {}),
    ]);
    const foreign = Object.entries(WISHED).filter(([name]) => !(name in properties));
    return Object.fromEntries([...foreign, ...own]) as object;
  }

  function resolved(schema: Schema): Schema {
    const { $ref, allOf } = schema;
    if ($ref) return resolved(document.components!.schemas![$ref.split('/').at(-1)!] as Schema);
    return allOf ? resolved(allOf[0]!) : schema;
  }

  /** Keys that came through and that the document does not describe at that place. */
  function strangersIn(value: unknown, schema: Schema): readonly string[] {
    const { items, properties } = resolved(schema);
    if (Array.isArray(value)) return value.flatMap((each) => strangersIn(each, items ?? {}));
    if (typeof value !== 'object' || value === null || !properties) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
      const field = properties[name];
      if (field) return strangersIn(inner, field);
      return inner === undefined ? [] : [name];
    });
  }

  async function piped(sent: unknown, metatype: Class): Promise<unknown> {
    let value = sent;
    for (const pipe of pipes) value = await pipe.transform(value, { type: 'body', metatype });
    return value;
  }
});

type Class = new () => object;

interface Operation {
  readonly operationId?: string;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** The place of a body among the kinds of arguments (RouteParamtypes.BODY). */
const BODY = '3';
const OPERATION = 'swagger/apiOperation';

/** Classes of JSON bodies by the operation that reads them. */
function bodyClassesOf({ app }: TestPortal): ReadonlyMap<string, Class> {
  const scanner = new MetadataScanner();
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const found = controllers.flatMap(({ metatype }) => {
    if (!metatype) return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const operation = Reflect.getMetadata(OPERATION, prototype[method]!) as Operation | undefined;
      const body = bodyClassOf(metatype, method);
      return operation?.operationId && body ? [[operation.operationId, body] as const] : [];
    });
  });
  return new Map(found);
}

function bodyClassOf(controller: object, method: string): Class | undefined {
  const read = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Readonly<
    Record<string, { readonly index: number; readonly data?: unknown }>
  >;
  const body = Object.entries(read).find(([key]) => key.startsWith(`${BODY}:`))?.[1];
  if (!body) return undefined;
  const types = Reflect.getMetadata(
    'design:paramtypes',
    (controller as Class).prototype as object,
    method,
  ) as readonly Class[];
  return types[body.index];
}
