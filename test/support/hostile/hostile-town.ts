import { seedDemoTown } from '#apps/cli/seed/seed-demo-town.js';
import { listPeople, type ListedPerson } from '#apps/cli/seed/people-list.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { TestPortal } from '../test-portal.js';
import { HOSTILE_TEXT } from './hostile-texts.js';
import type { Walker } from './page-robot.js';
import { spoilTown, type Spoilt } from './spoil-town.js';

export interface HostileTown {
  readonly walkers: readonly Walker[];
  readonly spoilt: Spoilt;
}

/** Residents of these units have written, voted or signed in the demo town. */
const ACTIVE_UNITS = ['991010000', '992030100'];

/** The demo town with a hostile text wherever anybody could have written one. */
export async function openHostileTown(portal: TestPortal): Promise<HostileTown> {
  await seedDemoTown(portal.app);
  const people: Walker[] = [];
  for (const person of everyRole()) people.push(await signIn(portal, person));
  await reportPressure(portal);
  const keys = portal.app.get(PersonalKeys, { strict: false });
  const spoilt = await spoilTown(portal.dataSource, keys);
  return { walkers: [{ name: 'nobody', cookie: '', roles: [] }, ...people], spoilt };
}

/** One person of each role and unit, and residents of units where much happened. */
function everyRole(): readonly ListedPerson[] {
  const byPost = new Map<string, ListedPerson>();
  for (const person of listPeople().toReversed()) {
    const posts = person.roles.map(({ role, territory }) => `${role} ${territory}`);
    const office = posts.slice(1).join();
    if (office !== '' || ACTIVE_UNITS.includes(person.territory))
      byPost.set(office || posts.join(), person);
  }
  return [...byPost.values()].toSorted((left, right) => left.roles.length - right.roles.length);
}

async function signIn({ url }: TestPortal, { iin, roles }: ListedPerson): Promise<Walker> {
  const answer = await post(url, '/api/v1/sessions', { provider: 'stand-in', iin });
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  const name = roles.map(({ role, territory }) => `${role} ${territory}`).at(-1)!;
  return { name, cookie, roles: roles.map(({ role }) => role) };
}

/** What is sealed for the auditor alone has to come in through the door. */
async function reportPressure({ url }: TestPortal): Promise<void> {
  const answer = await post(url, '/api/v1/pressure-reports', {
    territory: '991000000',
    kind: 'other',
    text: HOSTILE_TEXT,
    contact: HOSTILE_TEXT.slice(0, 150),
  });
  if (answer.status !== 201) throw new Error(`The report was refused: ${await answer.text()}`);
}

function post(url: string, path: string, body: object): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
}
