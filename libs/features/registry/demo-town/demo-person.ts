import type { CivilDate } from '#rules/kernel/civil-date.js';

/** A role in the hands of a demo person, with the post as people call it. */
export interface DemoRole {
  readonly role: string;
  readonly territory: string;
  readonly postKk: string;
  readonly postRu: string;
}

/** An invented person. */
export interface DemoPerson {
  readonly iin: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly bornOn: CivilDate;
  readonly territory: string;
  readonly roles: readonly DemoRole[];
}
