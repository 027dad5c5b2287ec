import { keyOf, type LeafSource } from './leaf-source.js';

interface MinutesRow {
  readonly minutes: string;
  readonly digest: string;
}

/** Minutes that both have signed. */
export const MINUTES: LeafSource<MinutesRow> = {
  table: 'minutes',
  kind: 'minutes',
  byTransaction: false,
  subject: null,
  rows: `
    select id as minutes, frozen_at as at, encode(digest, 'hex') as digest, ${keyOf('minutes', 'id')} as key
    from minutes where frozen_at is not null`,
  leafOf: ({ minutes, digest }) => ({ kind: 'minutes', minutes, digest }),
};
