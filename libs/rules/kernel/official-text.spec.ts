import { describe, expect, it } from '@jest/globals';
import { missingLanguages } from './official-text.js';

describe('missingLanguages', () => {
  it('asks for Kazakh and Russian, not for English', () => {
    expect(missingLanguages({ kk: 'Есіл', ru: 'Есиль' })).toEqual([]);
    expect(missingLanguages({ kk: '', ru: ' ', en: 'Esil' })).toEqual(['kk', 'ru']);
  });
});
