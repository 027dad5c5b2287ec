import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_PEOPLE } from '#features/registry/demo-town/demo-people.js';
import type { DemoPerson } from '#features/registry/demo-town/demo-person.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';
import type { Role } from '#rules/registry/roles.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { signInFor } from './act-as.js';

/** Residents at the head of each place's list have not voted, so that whoever tries the demo can. */
const KEPT_FOR_VISITORS = 2;

/** The people of the demo town, signed in to act. */
export class DemoActors {
  private readonly signedIn = new Map<string, Promise<SignedIn>>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  /** All holders of a role for a unit, in the sequence of the town's list. */
  holders(role: Role, territory: string): Promise<SignedIn[]> {
    const holders = DEMO_PEOPLE.filter((person) =>
      person.roles.some((held) => held.role === role && held.territory === territory),
    );
    return Promise.all(holders.map((person) => this.signIn(person)));
  }

  resident([territory, place]: readonly [string, number]): Promise<SignedIn> {
    return this.signIn(residentsOf(territory)[place]!);
  }

  /** Ids of adult residents who vote in the demo; the last resident of each list is under age. */
  votersOf(territory: string): readonly string[] {
    return residentsOf(territory)
      .slice(KEPT_FOR_VISITORS, -1)
      .map(({ iin }) => this.ids.get(iin)!);
  }

  private signIn({ iin }: DemoPerson): Promise<SignedIn> {
    const known = this.signedIn.get(iin) ?? signInFor(this.app, this.ids.get(iin)!);
    this.signedIn.set(iin, known);
    return known;
  }
}

function residentsOf(territory: string): readonly DemoPerson[] {
  return DEMO_RESIDENTS.filter((person) => person.territory === territory);
}
