import { DEMO_DEPUTIES } from './demo-deputies.js';
import { DEMO_OFFICE_HOLDERS } from './demo-office-holders.js';
import type { DemoPerson } from './demo-person.js';
import { DEMO_RESIDENTS } from './demo-residents.js';

/** Everybody in the demo town, people in office first. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...DEMO_OFFICE_HOLDERS,
  ...Object.values(DEMO_DEPUTIES),
  ...DEMO_RESIDENTS,
];
