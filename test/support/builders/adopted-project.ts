import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import { addDays } from '#rules/kernel/civil-date.js';
import type { TestPortal } from '../test-portal.js';
import { aLine, anOpenSession, type BudgetPeople, idOf, votesOf } from './budget-town.js';
import type { Answer } from './demo-oblast.js';
import { aWonProject } from './won-project.js';

const BOTH = { kk: 'Мәтін', ru: 'Текст' };

/** A winner of the district with its money in a budget that the maslikhat adopted. */
export interface AdoptedProject {
  readonly projectId: string;
  readonly number: string;
  readonly budgetId: string;
  readonly sessionId: string;
}

/** Where and when: the day on which the portal's database is. */
export interface AdoptedWish {
  readonly number: string;
  readonly daysAgo: number;
  readonly today: string;
}

/** The whole way to the money, every step in time; line 1 is the project's, line 2 the akimat's. */
export async function anAdoptedProject(
  portal: TestPortal,
  people: BudgetPeople,
  { number, daysAgo, today }: AdoptedWish,
): Promise<AdoptedProject> {
  const { id: projectId } = await aWonProject(portal, {
    territory: DEMO.district,
    number,
    daysAgo,
  });
  const year = Number(addDays(today, -daysAgo - 1).slice(0, 4)) + 1;
  const body = { territory: DEMO.district, year, revenues: { amount: '800' } };
  const budgetId = idOf(await people.officer.send('POST', '/budgets', { body }));
  const lines = [aLine('500', { origin: { kind: 'project', id: number } }), aLine('300')];
  await done(people.officer.send('POST', `/budgets/${budgetId}/line-imports`, { body: { lines } }));
  await done(people.officer.send('POST', `/budgets/${budgetId}/submission`, { body: {} }));
  // In time, whatever the day of the test.
  await portal.dataSource.query(`update budgets set submitted_on = $2 where id = $1`, [
    budgetId,
    `${year - 1}-10-15`,
  ]);
  const sessionId = await anOpenSession(portal, people, { today });
  await done(
    people.secretary.send('POST', `/budgets/${budgetId}/adoption`, {
      body: {
        session: sessionId,
        number: `17/${number}`,
        text: BOTH,
        votes: votesOf(people.deputies, people.deputies.length),
      },
    }),
  );
  return { projectId, number, budgetId, sessionId };
}

/** The contract of a project, signed today. */
export function aContract(today: string, sum: string) {
  return {
    contract: {
      number: '12-К',
      supplierBin: '990340000004',
      supplierName: 'ЖШС «Абат»',
      sum: { amount: sum },
      signedOn: today,
      finishBy: addDays(today, 10),
      procurementUrl: 'https://goszakup.gov.kz/1',
    },
  };
}

/** The answer, or an error that shows why there is none. */
export async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
  return answer;
}
