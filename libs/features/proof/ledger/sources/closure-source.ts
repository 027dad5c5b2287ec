import { everyBallotIsIn, keyOf, type LeafSource } from './leaf-source.js';

interface ClosureRow {
  readonly round: string;
  readonly standing: number;
  readonly replaced: number;
}

/** Rounds whose voting is over and whose every ballot is in the log. */
export const CLOSURES: LeafSource<ClosureRow> = {
  table: 'rounds',
  kind: 'closure',
  byTransaction: false,
  subject: 'round',
  rows: `
    select r.id as round, r.closed_at as at, ${keyOf('closure', 'r.id')} as key,
           (select count(*)::integer from ballots b where b.round_id = r.id) as standing,
           (select count(*)::integer from former_ballots f
            where f.round_id = r.id and f.replaced) as replaced
    from rounds r
    where r.closed_at is not null and ${everyBallotIsIn('r.id')}`,
  leafOf: ({ round, standing, replaced }) => ({ kind: 'closure', round, standing, replaced }),
};
