/**
 * Columns of text that hold words of ours, never a text that somebody types: a closed list in the
 * code, an id, a digest. Whatever is not here is filled with hostile texts, a new column as well.
 */
const EVERYWHERE = new Set([
  'act_kind',
  'idempotency_key',
  'kind',
  'language',
  'media_type',
  'object_id',
  'object_kind',
  'outcome',
  'owner',
  'receipt',
  'role',
  'side',
  'state',
  'stored_name',
  'verdict',
  'way',
  'wrapped_by',
]);

/** Ids of territories, whether or not the database holds them to the classifier. */
const TERRITORY = /_kato$/;

const BY_TABLE: Readonly<Record<string, readonly string[]>> = {
  act_counts: ['key'],
  agenda_items: ['question'],
  akim_answer_acts: ['act'],
  audit_entries: ['act'],
  ballot_drafts: ['choices', 'handover_code'],
  budget_lines: [
    'administrator',
    'functional_group',
    'programme',
    'funding',
    'origin_kind',
    'origin_id',
  ],
  budget_versions: ['act'],
  dismissal_acts: ['act'],
  dismissals: ['ground'],
  idempotency_keys: ['key', 'answer'],
  inquiries: ['number'],
  item_fields: ['field'],
  item_writings: ['field'],
  kept_wordings: ['question', 'code'],
  ledger_checkpoints: ['note'],
  ledger_leaves: ['content'],
  local_overrides: ['key'],
  mandates: ['end_ground'],
  meetings: ['channels'],
  migrations: ['name'],
  minutes: ['number'],
  notice_proofs: ['channel'],
  obligations: ['post', 'part'],
  opening_keys: ['recipient'],
  outbox_messages: ['topic', 'payload'],
  outgoing_messages: ['about'],
  person_erasures: ['ground'],
  petition_refusals: ['ground', 'subject'],
  petitions: ['body', 'number'],
  portal_switches: ['switch', 'value'],
  pressure_reports: ['number'],
  proposal_refusals: ['grounds'],
  proposals: ['category', 'number'],
  quarantines: ['signal', 'subject'],
  result_strikes: ['ground'],
  round_lotteries: ['commitment', 'secret'],
  rounds: ['ballot_kind', 'secrecy'],
  sessions: ['provider', 'assurances', 'device'],
  tally_studies: ['part'],
  territories: ['level', 'path', 'kato'],
  // Sealed and deleted by the process that starts: nobody is shown it.
  unsealed_texts: ['words'],
  works_milestones: ['delay_reason'],
};

export function isClosedWord(table: string, column: string): boolean {
  if (EVERYWHERE.has(column) || TERRITORY.test(column)) return true;
  return BY_TABLE[table]?.includes(column) ?? false;
}

/** Names of the list that the schema does not have. */
export function unknownClosedWords(
  columns: readonly { readonly table: string; readonly column: string }[],
): readonly string[] {
  const known = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const listed = Object.entries(BY_TABLE).flatMap(([table, names]) =>
    names.map((name) => `${table}.${name}`),
  );
  return listed.filter((name) => !known.has(name));
}
