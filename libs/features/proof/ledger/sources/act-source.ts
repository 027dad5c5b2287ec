import type { Json } from '#rules/ledger/canonical-json.js';
import { digestOf } from '#rules/ledger/leaf-digests.js';
import { keyOf, type LeafSource, microseconds } from './leaf-source.js';

interface ActRow {
  readonly id: string;
  readonly act: string;
  readonly entry: Json;
}

/** Acts of people in office. */
export const ACTS: LeafSource<ActRow> = {
  table: 'audit_entries',
  kind: 'act',
  byTransaction: true,
  subject: null,
  rows: `
    select id::text as id, act, recorded_in, ${keyOf('act', 'id')} as key,
           jsonb_build_object('id', id::text, 'at', ${microseconds('at')}, 'person', person_id,
             'role', role, 'post', jsonb_build_array(post_kk, post_ru), 'act', act,
             'object', jsonb_build_array(object_kind, object_id), 'territory', territory_kato,
             'before', before, 'after', after) as entry
    from audit_entries`,
  leafOf: ({ id, act, entry }) => ({ kind: 'act', id, act, digest: digestOf(entry) }),
};
