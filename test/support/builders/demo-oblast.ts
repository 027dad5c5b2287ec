import { DEMO_PEOPLE } from '#features/registry/demo-town/demo-people.js';
import type { DemoPerson } from '#features/registry/demo-town/demo-person.js';
import { FoundDemoMaslikhats } from '#features/registry/demo-town/found-demo-maslikhats.js';
import { FoundDemoTown } from '#features/registry/demo-town/found-demo-town.js';
import { RollEntries } from '#features/registry/residents/roll-entries.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { TestPortal } from '../test-portal.js';

/** The invented oblast with its people in the portal's database. */
export async function aDemoOblast(portal: TestPortal): Promise<void> {
  const unitOfWork = portal.app.get(UnitOfWork, { strict: false });
  const entries = portal.app.get(RollEntries, { strict: false });
  const people = await new FoundDemoTown(unitOfWork, entries).run();
  await new FoundDemoMaslikhats(unitOfWork).run(people);
}

/** The demo people who hold a role for a territory, in the order of the town. */
export function holdersOf(role: string, territory: string): readonly DemoPerson[] {
  return DEMO_PEOPLE.filter((person) =>
    person.roles.some((held) => held.role === role && held.territory === territory),
  );
}

/** A signed-in demo person talking to the API. */
export class Caller {
  private constructor(
    private readonly url: string,
    private readonly cookie: string | null,
  ) {}

  static anybody(portal: TestPortal): Caller {
    return new Caller(portal.url, null);
  }

  static async signedIn(portal: TestPortal, iin: string): Promise<Caller> {
    const answer = await fetch(`${portal.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'stand-in', iin }),
    });
    if (!answer.ok) throw new Error(`Signing in was refused: ${await answer.text()}`);
    return new Caller(portal.url, (answer.headers.getSetCookie()[0] ?? '').split(';')[0]!);
  }

  /** For requests that are not the API's. */
  get cookieHeader(): string {
    return this.cookie ?? '';
  }

  async send(
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: (isJson && text !== '' ? JSON.parse(text) : text) as Answer['body'],
    };
  }
}

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly faults?: readonly { readonly code: string }[];
  };
}

/** Instants of a round in seconds from now: intake from/until, review, voting from/until, decision. */
export function calendarAround(
  seconds: readonly [number, number, number, number, number, number],
): Record<string, string> {
  const at = (place: number): string => new Date(Date.now() + seconds[place]! * 1000).toISOString();
  return {
    intakeFrom: at(0),
    intakeUntil: at(1),
    reviewUntil: at(2),
    votingFrom: at(3),
    votingUntil: at(4),
    decisionBy: at(5),
  };
}
