import { toScale } from '../amount.js';
import type { Election, ElectionProject, VoteType } from '../election.js';
import type { Findings } from './findings.js';
import { readHeader } from './header.js';
import { MetaSection } from './meta-section.js';
import type { ReadingOptions } from './pabulib-file.js';
import { ProjectsSection, type ProjectRow } from './projects-section.js';
import { SECTIONS, type Section } from './section-words.js';
import { takesPoints, VotesSection } from './votes-section.js';

interface Place {
  readonly findings: Findings;
  readonly line: number;
}

/** The three sections of a file, each from its header on. */
export class FileSections {
  readonly meta: MetaSection;
  private projects: ProjectsSection | null = null;
  private votes: VotesSection | null = null;
  private voteType: VoteType = 'approval';
  private width: number | null = null;

  constructor(
    private readonly findings: Findings,
    private readonly options: ReadingOptions,
  ) {
    this.meta = new MetaSection(findings);
  }

  /** The next row is a header. */
  begin(): void {
    this.width = null;
  }

  take(section: Section, fields: readonly string[], line: number): void {
    if (this.width === null) this.takeHeader(section, fields, line);
    else if (section === 'META') this.meta.add(fields, line);
    else this.takeEntry(section, fields, line);
  }

  /** A ballot without anything odd is taken at once; false for all other rows. */
  takePlain(section: Section | null, text: string, from: number, until: number): boolean {
    if (section !== 'VOTES' || this.width === null) return false;
    return this.votes !== null && this.votes.takePlain(text, from, until);
  }

  reportMissing(): void {
    const isThere = {
      META: !this.meta.isEmpty,
      PROJECTS: this.projects !== null && this.projects.rows.length > 0,
      VOTES: this.votes !== null,
    };
    for (const section of SECTIONS) {
      if (!isThere[section]) this.findings.add(0, 'pabulib.section_missing', { section });
    }
    if (this.meta.isEmpty) return;
    this.meta.reportMissing();
    if (!this.votes) this.meta.voteType();
    this.meta.compareCount('num_projects', this.projects?.rows.length);
    this.meta.compareCount('num_votes', this.votes?.count);
  }

  election(): Election | null {
    const budget = this.meta.isEmpty ? undefined : this.meta.budget();
    if (!budget || !this.projects || !this.votes) return null;
    const { rows } = this.projects;
    const scale = rows.reduce(
      (most, { cost }) => Math.max(most, cost.decimals),
      budget.amount.decimals,
    );
    return {
      voteType: this.voteType,
      budget: toScale(budget.amount, scale),
      scale,
      projects: rows.map((row) => projectOf(row, scale)),
      ballots: this.votes.box.ballots(),
    };
  }

  private takeHeader(section: Section, fields: readonly string[], line: number): void {
    const place = { findings: this.findings, line };
    this.width = fields.length;
    if (section === 'META') {
      readHeader(fields, ['key', 'value'], place);
    } else if (section === 'PROJECTS') {
      const header = readHeader(fields, ['project_id', 'cost'], place);
      this.projects ??= new ProjectsSection(header, this.findings);
    } else {
      this.openVotes(fields, place);
    }
  }

  private openVotes(fields: readonly string[], place: Place): void {
    const voteType = this.meta.voteType() ?? this.voteType;
    this.voteType = voteType;
    const required = takesPoints(voteType) ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
    const rules = {
      voteType,
      positions: this.projects?.positions ?? new Map<string, number>(),
      limits: this.meta.limits(voteType),
      mode: this.options.mode,
      keepDistricts: this.options.keepDistricts ?? false,
    };
    this.votes ??= new VotesSection(readHeader(fields, required, place), rules, this.findings);
  }

  private takeEntry(section: Section, fields: readonly string[], line: number): void {
    if (fields.length < this.width!) this.findings.add(line, 'pabulib.fields_missing');
    if (fields.length > this.width!) this.findings.add(line, 'pabulib.fields_left_over');
    if (section === 'PROJECTS') this.projects?.add(fields, line);
    else this.votes?.add(fields, line);
  }
}

function projectOf({ cost, ...row }: ProjectRow, scale: number): ElectionProject {
  return { ...row, cost: toScale(cost, scale) };
}
