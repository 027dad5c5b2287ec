import { Platform1793900000000 } from './migrations/1793900000000-platform.js';
import { Registry1793900100000 } from './migrations/1793900100000-registry.js';

/** Every change of the schema, in order. */
export const MIGRATIONS = [Platform1793900000000, Registry1793900100000];
