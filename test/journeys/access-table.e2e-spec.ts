import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { AccessRule } from '#platform/http/access.js';
import { type PolicyRow, readPolicy } from '#test/support/access/policy-table.js';
import { routeRules, rulesIn } from '#test/support/access/route-rules.js';
import { listRoutes } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

/** The written policy beside the rules in the code. */
describe('the written policy of access', () => {
  const table = readPolicy();
  let portal: TestPortal;
  let document: OpenAPIObject;
  let rules: ReadonlyMap<string, AccessRule>;

  beforeAll(async () => {
    portal = await openTestPortal();
    document = (await (await fetch(`${portal.url}/api/openapi.json`)).json()) as OpenAPIObject;
    rules = routeRules(portal.app, document);
  });
  afterAll(() => portal.close());

  it('has a row for every route, and only for routes that there are', () => {
    const written = new Set(table.map(({ route }) => route));
    const missing = [...rules]
      .filter(([route]) => !written.has(route))
      .map(
        ([route, rule]) =>
          `add to a table of docs/security/access: | … | \`${route}\` | ${wordsOf(rule)} | … |`,
      );
    const gone = [...written].filter((route) => !rules.has(route)).map((route) => `gone: ${route}`);
    expect([...missing, ...gone]).toEqual([]);
    expect(rules.size).toBeGreaterThan(600);
  });

  it('has each row once', () => {
    const keys = table.map(({ route, of }) => `${route} of ${of ?? 'any'}`);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it('says what stands beside the route', () => {
    const differing = table
      .filter((row) => row.of === null && rules.has(row.route) && !says(row, rules.get(row.route)!))
      .map(
        ({ route, wing }) =>
          `${wing}.md: ${route} is for ${wordsOf(rules.get(route)!)} in the code`,
      );
    expect(differing).toEqual([]);
  });

  it('is what the document of the API tells as well', () => {
    const own = new Map(
      listRoutes(portal.app).map((each) => [`${each.method} ${each.path}`, each]),
    );
    const told = rulesIn(document).filter(([route]) => own.has(route));
    expect(told.map(([route, rule]) => [route, wordsOf(rule)])).toEqual(
      told.map(([route]) => [route, wordsOf(own.get(route)!.access)]),
    );
    expect(told.length).toBeGreaterThan(200);
  });
});

/** Of a route for whoever is signed in a row may say more: which of them an object admits. */
function says({ grants }: PolicyRow, rule: AccessRule): boolean {
  const roles = new Set(grants.map(({ role }) => role));
  if (rule === 'public') return roles.size === 1 && roles.has('everybody');
  if (rule === 'signed-in') return !roles.has('everybody');
  return roles.size === rule.roles.length && rule.roles.every((role) => roles.has(role));
}

function wordsOf(rule: AccessRule): string {
  if (typeof rule === 'string') return rule === 'public' ? 'everybody' : 'signed in';
  return rule.roles.toSorted().join(', ');
}
