import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-access'?: { readonly rule: string };
}

describe('the OpenAPI document', () => {
  let portal: TestPortal;
  let operations: [string, Operation][];

  beforeAll(async () => {
    portal = await openTestPortal();
    const answer = await fetch(`${portal.url}/api/openapi.json`);
    const document = (await answer.json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    };
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method} ${path}`,
        operation,
      ]),
    );
  });
  afterAll(() => portal.close());

  it('gives every operation an id of its own', () => {
    const ids = operations.map(([, operation]) => operation.operationId);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toContain('castBallot');
  });

  it('tells of every operation who may call it, its tag and its problems', () => {
    const silent = operations.filter(
      ([, operation]) =>
        !operation['x-access'] || !operation.tags?.length || !operation.responses['default'],
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
