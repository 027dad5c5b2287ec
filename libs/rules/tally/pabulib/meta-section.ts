import { VOTE_TYPES, type VoteType } from '../election.js';
import { readAmount, type WrittenAmount } from './amounts.js';
import type { Findings } from './findings.js';
import type { BallotLimits } from './plain-ballot.js';

/** META keys that the format requires. */
export const REQUIRED_META = [
  'description',
  'country',
  'unit',
  'instance',
  'num_projects',
  'num_votes',
  'budget',
  'vote_type',
  'rule',
  'date_begin',
  'date_end',
] as const;

interface MetaEntry {
  readonly value: string;
  readonly line: number;
}

/** The META section: what the election is and by which limits people voted. */
export class MetaSection {
  private readonly entries = new Map<string, MetaEntry>();

  constructor(private readonly findings: Findings) {}

  add(fields: readonly string[], line: number): void {
    const key = fields[0]!.trim().toLowerCase();
    if (fields.length > 2) this.findings.add(line, 'pabulib.fields_left_over', { key });
    if (this.entries.has(key)) this.findings.add(line, 'pabulib.meta_repeated', { key });
    else this.entries.set(key, { value: fields.slice(1).join(';').trim(), line });
  }

  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  /** The value of a key; absent, empty and `none` are all undefined. */
  value(key: string): string | undefined {
    const value = this.entries.get(key)?.value;
    return value === undefined || value === '' || value.toLowerCase() === 'none'
      ? undefined
      : value;
  }

  /** What a ballot may hold; what META does not tell is no limit. */
  limits(voteType: VoteType): BallotLimits {
    return {
      shortest: this.number('min_length') ?? 0,
      longest: voteType === 'choose-1' ? 1 : (this.number('max_length') ?? Infinity),
      pointsInAll: this.number('max_sum_points') ?? Infinity,
    };
  }

  compareCount(key: 'num_projects' | 'num_votes', counted: number | undefined): void {
    const stated = this.value(key);
    if (stated === undefined || counted === undefined || Number(stated) === counted) return;
    const code =
      key === 'num_votes' ? 'pabulib.vote_count_differs' : 'pabulib.project_count_differs';
    this.findings.add(this.lineOf(key), code, { stated, counted: String(counted) });
  }

  all(): ReadonlyMap<string, string> {
    return new Map([...this.entries].map(([key, entry]) => [key, entry.value]));
  }

  reportMissing(): void {
    const handled: readonly string[] = ['budget', 'vote_type'];
    for (const key of REQUIRED_META) {
      if (this.value(key) === undefined && !handled.includes(key)) {
        this.findings.add(this.lineOf(key), 'pabulib.meta_missing', { key });
      }
    }
  }

  voteType(): VoteType | undefined {
    const written = this.value('vote_type')?.toLowerCase();
    const voteType = VOTE_TYPES.find((known) => known === written);
    if (!voteType) {
      this.findings.add(this.lineOf('vote_type'), 'pabulib.vote_type_unknown', {
        value: written ?? '',
      });
    }
    return voteType;
  }

  budget(): WrittenAmount | undefined {
    const value = this.value('budget') ?? '';
    const budget = readAmount(value);
    const line = this.lineOf('budget');
    if (!budget || budget.amount.digits <= 0n) {
      this.findings.add(line, 'pabulib.budget_invalid', { value });
      return undefined;
    }
    if (!budget.plain) this.findings.add(line, 'pabulib.amount_unusual', { value });
    return budget;
  }

  private number(key: string): number | undefined {
    const value = this.value(key);
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  }

  private lineOf(key: string): number {
    return this.entries.get(key)?.line ?? 0;
  }
}
