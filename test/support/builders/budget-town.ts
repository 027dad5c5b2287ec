import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import type { TestPortal } from '../test-portal.js';
import { type Answer, Caller, holdersOf } from './demo-oblast.js';

const BOTH = (text: string) => ({ kk: text, ru: text });

/** A line of one sum; the group and the programme are those of improvement. */
export const aLine = (amount: string, changes: Record<string, unknown> = {}) => ({
  title: BOTH('Көше жарығы'),
  functionalGroup: '07',
  programme: '015',
  amount: { amount, currency: 'KZT' },
  origin: { kind: 'akimat' },
  ...changes,
});

/** People in office around the budget of the district. */
export interface BudgetPeople {
  readonly officer: Caller;
  readonly secretary: Caller;
  /** Of the okrug. */
  readonly akim: Caller;
  readonly deputy: Caller;
  /** Ids of all mandates of the district's maslikhat. */
  readonly deputies: readonly string[];
}

export async function theBudgetPeople(portal: TestPortal): Promise<BudgetPeople> {
  const caller = (role: string, territory: string = DEMO.district) =>
    Caller.signedIn(portal, holdersOf(role, territory)[0]!.iin);
  const rows: { id: string }[] = await portal.dataSource.query(
    `select m.id from mandates m join convocations v on v.id = m.convocation_id
     where v.territory_kato = $1 and current_date between m.held_from and m.held_until order by m.id`,
    [DEMO.district],
  );
  return {
    officer: await caller('officer'),
    secretary: await caller('maslikhat-secretary'),
    akim: await caller('akim', DEMO.qarasu),
    deputy: await caller('deputy'),
    deputies: rows.map(({ id }) => id),
  };
}

/** A session of the district's maslikhat that is under way today: it was convened in good time. */
export async function anOpenSession(
  portal: TestPortal,
  { secretary, deputies }: BudgetPeople,
  { today, present = deputies.length }: { readonly today: string; readonly present?: number },
): Promise<string> {
  const convened = await secretary.send('POST', '/maslikhat-sessions', {
    body: {
      territory: DEMO.district,
      number: v7().slice(-8),
      noticeOn: addDays(today, -10),
      materialsOn: addDays(today, -5),
      sessionOn: today,
      place: BOTH('Сессия залы'),
      agenda: [{ title: BOTH('Бюджет') }],
    },
  });
  const id = idOf(convened);
  const there = deputies.slice(0, present);
  const attended = await secretary.send('PUT', `/maslikhat-sessions/${id}/attendance`, {
    body: { present: there, chair: there[0] },
  });
  if (attended.status !== 200) throw new Error(JSON.stringify(attended.body));
  return id;
}

/** A submitted budget of the district with lines of these sums. */
export async function aSubmittedBudget(
  { officer }: BudgetPeople,
  year: number,
  lines: readonly Record<string, unknown>[],
): Promise<string> {
  const revenues = lines.reduce(
    (sum, line) => sum + BigInt((line['amount'] as { amount: string }).amount),
    0n,
  );
  const body = { territory: DEMO.district, year, revenues: { amount: String(revenues) } };
  const id = idOf(await officer.send('POST', '/budgets', { body }));
  const imported = await officer.send('POST', `/budgets/${id}/line-imports`, { body: { lines } });
  const submitted = await officer.send('POST', `/budgets/${id}/submission`, { body: {} });
  if (submitted.status !== 200) throw new Error(JSON.stringify([imported.body, submitted.body]));
  return id;
}

/** How so many of the deputies voted: the first ones for, the next against. */
export function votesOf(deputies: readonly string[], inFavour: number, against = 0) {
  const sides = deputies
    .slice(0, inFavour + against)
    .map((id, place) => [id, place < inFavour ? 'for' : 'against']);
  return { byName: Object.fromEntries(sides) as Record<string, string> };
}

export const idOf = ({ body }: Answer): string => {
  if (typeof body['id'] !== 'string') throw new Error(JSON.stringify(body));
  return body['id'];
};

export const codesOf = ({ body }: Answer): readonly string[] => [
  String(body['code']),
  ...(body.faults ?? []).map(({ code }) => code),
];
