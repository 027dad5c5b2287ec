import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';
import { seedDemoTown } from '#apps/cli/seed/seed-demo-town.js';
import type { AccessRule } from '#platform/http/access.js';
import {
  callersOf,
  type CellCaller,
  type Expected,
  expectedOf,
  NOBODY,
} from '#test/support/access/access-cells.js';
import { type PolicyRow, readPolicy } from '#test/support/access/policy-table.js';
import { routeRules } from '#test/support/access/route-rules.js';
import { requestTo } from '#test/support/access/sent-requests.js';
import { isAnswerOfState } from '#test/support/access/state-answers.js';
import { TownCallers } from '#test/support/access/town-callers.js';
import { furnish } from '#test/support/access/town-extras.js';
import { type TownObject, TownObjects } from '#test/support/access/town-objects.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(600_000);

/** Which routes, for a run of one's own. */
const ROUTES = new RegExp(process.env['ACCESS_ROUTES'] ?? '');
const SEQUENCE = ['GET', 'PATCH', 'PUT', 'POST', 'DELETE'];
/** After these a session is over, or may be. */
const ENDS_SESSIONS = /sign-|sessions\/(mine|others)|v1\/sessions$|erasure/;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly leads: string;
  readonly caching: string;
  readonly body: string;
}

/** Every cell of the written policy, really asked. Reading comes first, since acts change the town. */
describe('the matrix of access', () => {
  const rows = readPolicy()
    .filter(({ route }) => ROUTES.test(route))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  const wings = [...new Set(rows.map(({ wing }) => wing))];
  let portal: TestPortal;
  let document: OpenAPIObject;
  let rules: ReadonlyMap<string, AccessRule>;
  let objects: TownObjects;
  let callers: TownCallers;
  let parents: ReadonlyMap<string, string | null>;
  let cells = 0;

  beforeAll(async () => {
    portal = await openTestPortal();
    await seedDemoTown(portal.app);
    await furnish(portal);
    document = (await portal.app.inject('/api/openapi.json')).json();
    rules = routeRules(portal.app, document);
    objects = new TownObjects(portal.dataSource);
    callers = new TownCallers(portal.dataSource);
    // Before any act changes what there is.
    for (const row of rows) await objectOf(row);
    const units: { kato: string; parent: string | null }[] = await portal.dataSource.query(
      `select kato, parent_kato as parent from territories`,
    );
    parents = new Map(units.map(({ kato, parent }) => [kato, parent]));
  });
  afterAll(async () => {
    process.stdout.write(`access: ${cells} cells of ${rows.length} rows compared\n`);
    await portal.close();
  });

  it.each(wings)('%s: every cell answers as it is written', async (wing) => {
    const differing: string[] = [];
    for (const row of rows.filter((each) => each.wing === wing))
      differing.push(...(await tried(row)));
    expect(differing).toEqual([]);
  });

  function objectOf({ route, of }: PolicyRow): Promise<TownObject> {
    return objects.of(route.split(' ')[1]!, of);
  }

  /** Those who are to be refused first: nothing has changed yet. */
  async function tried(row: PolicyRow): Promise<readonly string[]> {
    const object = await objectOf(row);
    const rule = rules.get(row.route)!;
    const asked = callersOf(row, object).map((caller) => ({
      caller,
      expected: expectedOf(row, caller, rule),
    }));
    const refused = asked.filter(({ expected }) => expected !== 'let in');
    const letIn = asked.filter(({ expected }) => expected === 'let in');
    const differing: (string | null)[] = [];
    for (const cell of [...refused, ...letIn]) differing.push(await tryCell(row, object, cell));
    if (ENDS_SESSIONS.test(row.route)) callers = new TownCallers(portal.dataSource);
    return differing.filter((fault) => fault !== null);
  }

  async function tryCell(
    row: PolicyRow,
    object: TownObject,
    { caller, expected }: { readonly caller: CellCaller; readonly expected: Expected },
  ): Promise<string | null> {
    const cookie = await cookieOf(caller, object);
    if (cookie === null) return null;
    cells += 1;
    const answer = await answerTo(row.route, object, { caller, cookie });
    const { status, code } = answer;
    const told = expected !== 'let in' && (await isTold(row, object, { caller, cookie, answer }));
    const isKept = isOfPerson(row) && !/no-store|private/.test(answer.caching);
    if (isKept) return `${row.route}: caches may keep it: ${answer.caching}`;
    if (isAsExpected(row.route, answer, expected) && !told) return null;
    const wanted = typeof expected === 'string' ? expected : expected.join(' or ');
    const of = row.of ? ` of ${row.of}` : '';
    return `${row.route}${of}: ${caller.role} ${caller.relation} hears ${status} ${code}, written is: ${wanted}`;
  }

  /** Is it told that there is such an object to somebody who hears that there is none? */
  async function isTold(
    { route, refusals }: PolicyRow,
    object: TownObject,
    { answer, ...who }: { caller: CellCaller; cookie: string; answer: Answer },
  ): Promise<boolean> {
    const id = object.names['id'];
    const isHidden = answer.status === 404 && !refusals.includes(403);
    if (!isHidden || !route.includes(':id') || !id?.match(UUID)) return false;
    const missing = { ...object, names: { ...object.names, id: v7() } };
    const { status, body } = await answerTo(route, missing, who);
    return status !== 404 || plain(body) !== plain(answer.body);
  }

  async function answerTo(
    route: string,
    object: TownObject,
    { caller, cookie }: { readonly caller: CellCaller; readonly cookie: string },
  ): Promise<Answer> {
    const request = requestTo(route, { object, caller, document });
    const headers = { ...request.headers, ...(cookie === '' ? {} : { cookie }) };
    const {
      statusCode: status,
      body,
      headers: told,
    } = await portal.app.inject({ ...request, headers });
    const isProblem = String(told['content-type']).includes('problem+json');
    const code = isProblem ? (JSON.parse(body) as { code: string }).code : '';
    const [leads, caching] = [String(told.location ?? ''), String(told['cache-control'] ?? '')];
    return { status, code, body, leads, caching };
  }

  /** Empty for nobody; null where the unit has none above it. */
  async function cookieOf(
    { role, relation }: CellCaller,
    object: TownObject,
  ): Promise<string | null> {
    if (role === NOBODY.role) return '';
    if (relation === 'owner') return callers.person(object.owner!);
    const ofMaslikhat = role === 'deputy' || role === 'maslikhat-secretary';
    const home = ofMaslikhat ? object.maslikhat : object.territory;
    if (relation === 'here') return callers.holderOf(role, home);
    if (relation === 'elsewhere') return callers.holderOf(role, farFrom(home));
    const above = parents.get(home);
    return above ? callers.holderOf(role, above) : null;
  }
});

function isOfPerson({ grants }: PolicyRow): boolean {
  return grants.every(({ role }) => role !== 'everybody');
}

/** A city and a district of one oblast: neither is above the other. */
function farFrom(territory: string): string {
  return territory.startsWith('991') ? '992000000' : '991000000';
}

function isAsExpected(route: string, answer: Answer, expected: Expected): boolean {
  const { status, code, leads } = answer;
  const asksToSignIn = status === 401 || (status === 303 && leads.includes('/sign-in?next='));
  if (expected === 'sign in') return asksToSignIn;
  if (expected !== 'let in') return expected.includes(status);
  if (isAnswerOfState(route, answer)) return true;
  return (
    !asksToSignIn && status < 500 && ![403, 404].includes(status) && code !== 'http.unreadable'
  );
}

/** Without what is new with every answer. */
function plain(body: string): string {
  return body.replaceAll(UUID, 'id');
}

function placeOf({ route }: PolicyRow): number {
  return SEQUENCE.indexOf(route.split(' ')[0]!);
}
