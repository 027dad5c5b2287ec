import type { Json } from '#rules/ledger/canonical-json.js';
import { digestOf } from '#rules/ledger/leaf-digests.js';
import { everyBallotIsIn, keyOf, type LeafSource, microseconds } from './leaf-source.js';

interface DecisionRow {
  readonly id: string;
  readonly round: string;
  readonly decision: Json;
}

/** Counts with the digests of their election files. */
export const COUNTS: LeafSource<DecisionRow> = {
  table: 'tallies',
  kind: 'decision',
  leaves: `l.content like '%"what":"count"%'`,
  byTransaction: false,
  subject: 'round',
  rows: `
    select t.id, t.round_id as round, t.computed_at as at, ${keyOf('count', 't.id')} as key,
           jsonb_build_object('id', t.id, 'at', ${microseconds('t.computed_at')},
             'by', t.computed_by, 'reason', t.reason, 'outcome', t.outcome, 'ballots', t.ballots,
             'files', (select coalesce(jsonb_object_agg(f.territory_kato, encode(f.digest, 'hex')), '{}')
                       from tally_files f where f.tally_id = t.id)) as decision
    from tallies t where ${everyBallotIsIn('t.round_id')}`,
  leafOf: ({ id, round, decision }) => ({
    kind: 'decision',
    what: 'count',
    id,
    round,
    digest: digestOf(decision),
  }),
};

/** Published results: what the Expert Council confirmed and what it struck. */
export const RESULTS: LeafSource<DecisionRow> = {
  table: 'round_results',
  kind: 'decision',
  leaves: `l.content like '%"what":"result"%'`,
  byTransaction: false,
  subject: 'round',
  rows: `
    select r.tally_id as id, r.round_id as round, r.published_at as at, ${keyOf('result', 'r.tally_id')} as key,
           jsonb_build_object('count', r.tally_id, 'protocol', r.council_protocol,
             'text', jsonb_build_array(r.council_text_kk, r.council_text_ru),
             'decided', jsonb_build_array(r.decided_by, ${microseconds('r.decided_at')}),
             'published', jsonb_build_array(r.published_by, ${microseconds('r.published_at')}),
             'strikes', (select coalesce(jsonb_agg(jsonb_build_array(s.ballot_number, s.ground,
                           s.text_kk, s.text_ru) order by s.ballot_number), '[]')
                         from result_strikes s where s.tally_id = r.tally_id)) as decision
    from round_results r where r.published_at is not null and ${everyBallotIsIn('r.round_id')}`,
  leafOf: ({ id, round, decision }) => ({
    kind: 'decision',
    what: 'result',
    id,
    round,
    digest: digestOf(decision),
  }),
};

/** Confirmed motions on suspicious ballots, with the digests of the receipts they concern. */
export const QUARANTINES: LeafSource<DecisionRow> = {
  table: 'quarantine_decisions',
  kind: 'decision',
  leaves: `l.content like '%"what":"quarantine"%'`,
  byTransaction: false,
  subject: 'round',
  rows: `
    select d.motion_id as id, q.round_id as round, d.decided_at as at, ${keyOf('quarantine', 'd.motion_id')} as key,
           jsonb_build_object('id', d.motion_id, 'aim', m.aim, 'quarantine', q.id,
             'signal', q.signal, 'subject', q.subject, 'ballots', q.ballots,
             'receipts', (select coalesce(jsonb_agg(encode(k.receipt_digest, 'hex') order by k.receipt_digest), '[]')
                          from quarantine_marks k where k.quarantine_id = q.id),
             'reason', jsonb_build_array(m.reason_kk, m.reason_ru),
             'moved', jsonb_build_array(d.moved_by, ${microseconds('m.moved_at')}),
             'text', jsonb_build_array(d.text_kk, d.text_ru),
             'decided', jsonb_build_array(d.decided_by, ${microseconds('d.decided_at')}),
             'count', d.tally_id) as decision
    from quarantine_decisions d
    join quarantine_motions m on m.id = d.motion_id
    join quarantines q on q.id = m.quarantine_id
    where d.confirmed and ${everyBallotIsIn('q.round_id')}`,
  leafOf: ({ id, round, decision }) => ({
    kind: 'decision',
    what: 'quarantine',
    id,
    round,
    digest: digestOf(decision),
  }),
};
