import { ROLES } from '#rules/registry/roles.js';
import type { AccessRule } from '#platform/http/access.js';
import type { Grant, PolicyRow } from './policy-table.js';
import type { TownObject } from './town-objects.js';

/** Where somebody stands to an object; `owner` is the very person to whom it belongs. */
export type Relation = 'owner' | 'here' | 'above' | 'elsewhere';

/** Nobody, or a holder of one role at one place. */
export interface CellCaller {
  readonly role: string;
  readonly relation: Relation;
}

export const NOBODY: CellCaller = { role: 'nobody', relation: 'elsewhere' };

/** What a caller may expect: to be let in, to be asked to sign in, or one of these refusals. */
export type Expected = 'let in' | 'sign in' | readonly number[];

/** Everybody who is to try a row: nobody, each role at home, and named roles elsewhere too. */
export function callersOf(row: PolicyRow, object: TownObject): readonly CellCaller[] {
  const named = new Set(row.grants.map(({ role }) => role));
  const isScoped = row.grants.some(({ scope }) => scope !== 'anywhere');
  const holders = ROLES.flatMap((role): CellCaller[] => {
    const relations: readonly Relation[] =
      named.has(role) || (isScoped && named.has('signed in'))
        ? ['elsewhere', 'above', 'here']
        : ['here'];
    return relations.map((relation) => ({ role, relation }));
  });
  const owners = ownersOf(row, object).map((role): CellCaller => ({ role, relation: 'owner' }));
  return [NOBODY, ...holders.filter(isSomewhere), ...owners];
}

/** What the written policy says about a caller. */
export function expectedOf(row: PolicyRow, caller: CellCaller, rule: AccessRule): Expected {
  if (row.grants.some(({ role }) => role === 'everybody')) return 'let in';
  if (caller === NOBODY) return row.of === null ? 'sign in' : row.refusals;
  const granted = row.grants.filter((grant) => isNamed(grant, caller));
  if (granted.some((grant) => admits(grant, caller))) return 'let in';
  const isOfTheRole = granted.length > 0 || typeof rule === 'string';
  return isOfTheRole ? row.refusals : [403];
}

function ownersOf({ grants }: PolicyRow, { owner }: TownObject): readonly string[] {
  if (owner === null) return [];
  return grants.filter(({ scope }) => scope === 'own').map(({ role }) => role);
}

/** No resident is registered in the unit above all others. */
function isSomewhere({ role, relation }: CellCaller): boolean {
  return role !== 'resident' || relation !== 'above';
}

/** People in office are residents and signed in as well. */
function isNamed({ role }: Grant, caller: CellCaller): boolean {
  return role === caller.role || role === 'resident' || role === 'signed in';
}

function admits({ role, scope }: Grant, caller: CellCaller): boolean {
  const { relation } = caller;
  if (scope === 'anywhere') return true;
  if (relation === 'owner' || scope === 'own') return scope === 'own' && relation === 'owner';
  // For a resident what counts is the place of residence, which lies in the unit.
  if (scope === 'territory')
    return relation === 'here' || (relation === 'above' && role !== 'resident');
  if (scope === 'very territory') return relation === 'here';
  return scope === 'above' && relation === 'above';
}
