import { describe, expect, it } from '@jest/globals';
import { categoriesOn, isProjectCategory } from './categories.js';

describe('categories of projects', () => {
  it('are nine, in the sequence of the law', () => {
    expect(categoriesOn('2026-11-21')).toHaveLength(9);
    expect(categoriesOn('2026-11-21')[0]).toBe('greening');
    expect(categoriesOn('2026-11-21')[8]).toBe('sanitation');
  });

  it('are recognised by their code', () => {
    expect(isProjectCategory('dump-removal')).toBe(true);
    expect(isProjectCategory('roads')).toBe(false);
  });
});
