/** Something in a file that is not as it should be; `code` finds its text in the catalogues. */
export interface Finding {
  /** Line of the file, the first is 1; 0 when it is about the file as a whole. */
  readonly line: number;
  readonly code: FindingCode;
  /** The words of the file that it is about, shortened. */
  readonly details: Readonly<Record<string, string>>;
}

/** Faults make a count impossible or doubtful; oddities leave no doubt about what is meant. */
const SEVERITY = {
  'pabulib.nul_byte': 'fault',
  'pabulib.line_too_long': 'fault',
  'pabulib.section_missing': 'fault',
  'pabulib.section_repeated': 'fault',
  'pabulib.section_out_of_place': 'fault',
  'pabulib.column_missing': 'fault',
  'pabulib.column_repeated': 'fault',
  'pabulib.vote_type_unknown': 'fault',
  'pabulib.budget_invalid': 'fault',
  'pabulib.cost_invalid': 'fault',
  'pabulib.project_id_missing': 'fault',
  'pabulib.project_repeated': 'fault',
  'pabulib.points_missing': 'fault',
  'pabulib.points_without_votes': 'fault',
  'pabulib.points_invalid': 'fault',
  'pabulib.points_too_large': 'fault',
  'pabulib.meta_missing': 'oddity',
  'pabulib.meta_repeated': 'oddity',
  'pabulib.section_word': 'oddity',
  'pabulib.blank_line': 'oddity',
  'pabulib.text_before_sections': 'oddity',
  'pabulib.quote_open': 'oddity',
  'pabulib.quote_stray': 'oddity',
  'pabulib.not_utf8': 'oddity',
  'pabulib.fields_missing': 'oddity',
  'pabulib.fields_left_over': 'oddity',
  'pabulib.amount_unusual': 'oddity',
  'pabulib.selected_invalid': 'oddity',
  'pabulib.project_count_differs': 'oddity',
  'pabulib.vote_count_differs': 'oddity',
  'pabulib.voter_missing': 'oddity',
  'pabulib.voter_repeated': 'oddity',
  'pabulib.vote_empty': 'oddity',
  'pabulib.vote_unknown_project': 'oddity',
  'pabulib.vote_repeated_project': 'oddity',
  'pabulib.vote_too_short': 'oddity',
  'pabulib.vote_too_long': 'oddity',
  'pabulib.vote_points_above_sum': 'oddity',
} as const satisfies Record<string, 'fault' | 'oddity'>;

export type FindingCode = keyof typeof SEVERITY;
export const FINDING_CODES = Object.keys(SEVERITY) as readonly FindingCode[];

/** Lenient reading goes on past oddities; strict reading takes each for a fault. */
export type ReadingMode = 'lenient' | 'strict';

const MOST_KEPT = 1000;
const LONGEST_QUOTE = 80;

/** Collects findings; of very many only the first thousand of each severity are kept. */
export class Findings {
  readonly faults: Finding[] = [];
  readonly oddities: Finding[] = [];
  private leftOut = 0;

  constructor(private readonly mode: ReadingMode) {}

  add(line: number, code: FindingCode, details: Readonly<Record<string, string>> = {}): void {
    const grave = this.mode === 'strict' || SEVERITY[code] === 'fault';
    const kept = grave ? this.faults : this.oddities;
    if (kept.length < MOST_KEPT) kept.push({ line, code, details: shortened(details) });
    else this.leftOut++;
  }

  /** How many findings are counted but not kept. */
  get omitted(): number {
    return this.leftOut;
  }
}

function shortened(details: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([name, text]) => [
      name,
      text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text,
    ]),
  );
}
