import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { TestPortal } from './test-portal.js';

/** How many statements readers send to the database while something is asked. */
export async function countStatements(
  portal: TestPortal,
  ask: () => Promise<unknown>,
): Promise<number> {
  const spy = jest.spyOn(portal.app.get(DataSource), 'query');
  try {
    await ask();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
