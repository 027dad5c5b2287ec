/** Names the format of an archive; a later one that older programs cannot read gets another name. */
export const ARCHIVE_FORMAT = 'qatysu-archive/1';

/** Files that stand once in an archive of a round; openings and quarantines only where there are any. */
export const ARCHIVE_PATHS = {
  manifest: 'manifest.json',
  round: 'round.json',
  result: 'result.json',
  count: 'count.json',
  publication: 'publication.json',
  quarantines: 'quarantines.jsonl',
  roll: 'roll.csv',
  receipts: 'receipts.csv',
  openings: 'openings.jsonl',
  keys: 'ledger/keys.txt',
  checkpoints: 'ledger/checkpoints.jsonl',
  start: 'ledger/start.json',
  leaves: 'ledger/leaves.jsonl',
} as const;

/** The ballots of one pot as a Pabulib file: `electionPath('710000000') // → 'ballots/710000000.pb'` */
export function electionPath(territory: string): string {
  return `ballots/${territory}.pb`;
}

/** The same ballots as a table: `ballotsPath('710000000') // → 'ballots/710000000.csv'` */
export function ballotsPath(territory: string): string {
  return `ballots/${territory}.csv`;
}

/**
 * Where programs look for the description of a table.
 *
 * CSV on the Web, section 5.3: the default pattern `{+url}-metadata.json`.
 */
export function tableMetadataPath(table: string): string {
  return `${table}-metadata.json`;
}
