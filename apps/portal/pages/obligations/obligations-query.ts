import { validate as isUuid } from 'uuid';
import { isObligationKind, type ObligationKind } from '#rules/obligations/obligation-kind.js';
import { isObligationState, type ObligationState } from '#rules/obligations/obligation-state.js';

/** The list's address, read. */
export interface ObligationsQuery {
  readonly state?: ObligationState | undefined;
  readonly kind?: ObligationKind | undefined;
  readonly territory?: string | undefined;
  readonly after?: string | undefined;
}

export const ON_A_PAGE = 30;

/** What is not understood is left out. */
export function readObligationsQuery(sent: Readonly<Record<string, unknown>>): ObligationsQuery {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const [state, kind, place, after] = [text('state'), text('kind'), text('place'), text('after')];
  return {
    state: isObligationState(state) ? state : undefined,
    kind: isObligationKind(kind) ? kind : undefined,
    territory: /^\d{9}$/.test(place) ? place : undefined,
    after: isUuid(after) ? after : undefined,
  };
}

/** `obligationsPath({ state: 'overdue' }) // → '/obligations?state=overdue'` */
export function obligationsPath({ territory, ...query }: ObligationsQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, place: territory }))
    if (value !== undefined) search.set(name, value);
  return search.size > 0 ? `/obligations?${search}` : '/obligations';
}
