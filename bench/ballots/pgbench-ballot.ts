/** The row of a ballot as pgbench inserts it. */
export const PGBENCH_BALLOT = `insert into pgbench_ballots values ('0196f000-0000-7000-8000-000000000001', gen_random_uuid(),
  '{1,2,3}', null, gen_random_uuid()::text, null, '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  '\\x2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', clock_timestamp(), '990000000', 0);
`;
