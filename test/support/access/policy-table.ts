import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/security/access';
const SCOPES = ['own', 'territory', 'very territory', 'above', 'other kinds', 'anywhere'] as const;

export type Scope = (typeof SCOPES)[number];

/** A role (or `everybody`, `signed in`) with the objects for which it holds. */
export interface Grant {
  readonly role: string;
  readonly scope: Scope;
}

/** One route in one row of the written policy. */
export interface PolicyRow {
  /** `GET /api/v1/rounds`, with its parameters as `:name`. */
  readonly route: string;
  /** Which of the objects, where the row is about some of them. */
  readonly of: string | null;
  readonly grants: readonly Grant[];
  /** Statuses of the answer where the object is not the person's. */
  readonly refusals: readonly number[];
  readonly wing: string;
}

/** Reads the tables of the written policy, `docs/security/access/*.md`. */
export function readPolicy(): readonly PolicyRow[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => rowsIn(readFileSync(`${FOLDER}/${name}`, 'utf8'), name.slice(0, -3)));
}

function rowsIn(text: string, wing: string): readonly PolicyRow[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).flatMap((line) => {
    const [, , routes = '', who = '', notTheirs = ''] = line.split('|').map((cell) => cell.trim());
    const grants = grantsIn(who);
    const refusals = (notTheirs.match(/\d{3}/g) ?? []).map(Number);
    return routes.split('<br>').map((cell) => ({ ...routeIn(cell), grants, refusals, wing }));
  });
}

/** `` `GET /api/v1/proposals/:id` of a draft `` */
function routeIn(cell: string): Pick<PolicyRow, 'route' | 'of'> {
  const [, route, of = null] = /^`([A-Z]+ \/\S*)`(?: of (.+))?$/.exec(cell.trim()) ?? [];
  if (!route) throw new Error(`Not a route in a table of access: ${cell}`);
  return { route, of };
}

/** `officer, akim (very territory); deputy (own)` */
function grantsIn(cell: string): readonly Grant[] {
  return cell.split(';').flatMap((part) => {
    const [, roles = '', scope = 'anywhere'] = /^([^(]+?)(?: \((.+)\))?$/.exec(part.trim()) ?? [];
    return roles.split(', ').map((role) => ({ role, scope: scopeNamed(scope) }));
  });
}

function scopeNamed(name: string): Scope {
  const found = SCOPES.find((scope) => scope === name);
  if (!found) throw new Error(`Unknown words in a table of access: ${name}`);
  return found;
}
