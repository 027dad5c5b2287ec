import { toScale } from '../amount.js';
import type { Election, ElectionProject, VoteType } from '../election.js';
import { Findings } from './findings.js';
import { readHeader } from './header.js';
import { LineCutter } from './lines.js';
import { MetaSection } from './meta-section.js';
import { ProjectsSection, type ProjectRow } from './projects-section.js';
import type { PabulibFile, ReadingOptions, UnreadableFile } from './pabulib-file.js';
import { RowJoiner, type JoinedRow } from './row-joiner.js';
import { takesPoints, VotesSection } from './votes-section.js';

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];

/** Reads a file piece by piece: `feed` what arrives, then `finish`. */
export class PabulibReader {
  private readonly findings: Findings;
  private readonly cutter = new LineCutter((text) => this.takeLine(text));
  private readonly joiner = new RowJoiner((row) => this.takeRow(row));
  private readonly meta: MetaSection;
  private projects: ProjectsSection | null = null;
  private votes: VotesSection | null = null;
  private voteType: VoteType = 'approval';
  private section: Section | null = null;
  private width: number | null = null;
  private line = 0;
  private strayText = false;
  /** Only from the first piece with a NUL or a broken character on are lines looked through. */
  private suspicious = false;

  constructor(private readonly options: ReadingOptions) {
    this.findings = new Findings(options.mode);
    this.meta = new MetaSection(this.findings);
  }

  feed(piece: string): void {
    this.suspicious ||= piece.includes('\0') || piece.includes('\uFFFD');
    this.cutter.feed(piece);
  }

  finish(): PabulibFile | UnreadableFile {
    this.cutter.finish();
    this.joiner.finish();
    this.reportMissingSections();
    const election = this.election();
    const { faults, oddities, omitted } = this.findings;
    if (election && faults.length === 0) {
      return { kind: 'read', meta: this.meta.all(), election, oddities, omitted };
    }
    return {
      kind: 'unreadable',
      faults: faults.toSorted((a, b) => a.line - b.line),
      oddities,
      omitted,
    };
  }

  private takeLine(text: string | null): void {
    this.line++;
    if (text === null) {
      this.findings.add(this.line, 'pabulib.line_too_long');
      return;
    }
    const clean = this.line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (this.suspicious) this.checkCharacters(clean);
    const word = sectionWord(clean);
    if (word) this.open(word, clean);
    else this.joiner.feed(clean, this.line);
  }

  private checkCharacters(text: string): void {
    if (text.includes('\0')) this.findings.add(this.line, 'pabulib.nul_byte');
    if (text.includes('\uFFFD')) this.findings.add(this.line, 'pabulib.not_utf8');
  }

  private open(section: Section, written: string): void {
    this.joiner.finish();
    if (written !== section)
      this.findings.add(this.line, 'pabulib.section_word', { word: written });
    if (this.wasOpened(section)) {
      this.findings.add(this.line, 'pabulib.section_repeated', { section });
    } else if (this.section !== SECTIONS[SECTIONS.indexOf(section) - 1] && section !== 'META') {
      this.findings.add(this.line, 'pabulib.section_out_of_place', { section });
    }
    this.section = section;
    this.width = null;
  }

  private wasOpened(section: Section): boolean {
    return this.section !== null && SECTIONS.indexOf(section) <= SECTIONS.indexOf(this.section);
  }

  private takeRow({ fields, line, flaw }: JoinedRow): void {
    if (fields.length === 1 && fields[0]!.trim() === '') {
      this.findings.add(line, 'pabulib.blank_line');
    } else if (this.section === null) {
      this.reportStrayText(line, fields[0]!);
    } else {
      if (flaw) this.findings.add(line, `pabulib.quote_${flaw}`);
      if (this.width === null) this.takeHeader(fields, line);
      else this.takeEntry(fields, line, this.width);
    }
  }

  private reportStrayText(line: number, text: string): void {
    if (!this.strayText) this.findings.add(line, 'pabulib.text_before_sections', { text });
    this.strayText = true;
  }

  private takeHeader(fields: readonly string[], line: number): void {
    const report = { findings: this.findings, line };
    this.width = fields.length;
    if (this.section === 'META') {
      readHeader(fields, ['key', 'value'], report);
    } else if (this.section === 'PROJECTS') {
      const header = readHeader(fields, ['project_id', 'cost'], report);
      this.projects ??= new ProjectsSection(header, this.findings);
    } else {
      this.openVotes(fields, report);
    }
  }

  private openVotes(
    fields: readonly string[],
    report: { readonly findings: Findings; readonly line: number },
  ): void {
    const voteType = this.meta.voteType() ?? this.voteType;
    this.voteType = voteType;
    const required = takesPoints(voteType) ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
    const rules = {
      voteType,
      positions: this.projects?.positions ?? new Map<string, number>(),
      limits: this.limits(voteType === 'choose-1'),
      mode: this.options.mode,
      keepDistricts: this.options.keepDistricts ?? false,
    };
    this.votes ??= new VotesSection(readHeader(fields, required, report), rules, this.findings);
  }

  private limits(single: boolean) {
    return {
      shortest: this.meta.number('min_length'),
      longest: single ? 1 : this.meta.number('max_length'),
      pointsInAll: this.meta.number('max_sum_points'),
    };
  }

  private takeEntry(fields: readonly string[], line: number, width: number): void {
    if (this.section === 'META') {
      this.meta.add(fields, line);
      return;
    }
    if (fields.length < width) this.findings.add(line, 'pabulib.fields_missing');
    if (fields.length > width) this.findings.add(line, 'pabulib.fields_left_over');
    if (this.section === 'PROJECTS') this.projects?.add(fields, line);
    else this.votes?.add(fields, line);
  }

  private reportMissingSections(): void {
    this.meta.reportMissing();
    if (!this.votes) this.meta.voteType();
    const read = { META: this.meta.all().size > 0, PROJECTS: this.projects, VOTES: this.votes };
    for (const section of SECTIONS) {
      if (!read[section]) this.findings.add(0, 'pabulib.section_missing', { section });
    }
    this.compareCount('num_projects', 'pabulib.project_count_differs', this.projects?.rows.length);
    this.compareCount('num_votes', 'pabulib.vote_count_differs', this.votes?.count);
  }

  private compareCount(
    key: 'num_projects' | 'num_votes',
    code: 'pabulib.project_count_differs' | 'pabulib.vote_count_differs',
    counted: number | undefined,
  ): void {
    const stated = this.meta.value(key);
    if (stated === undefined || counted === undefined || Number(stated) === counted) return;
    this.findings.add(this.meta.lineOf(key), code, { stated, counted: String(counted) });
  }

  private election(): Election | null {
    const budget = this.meta.budget();
    if (!budget || !this.projects || !this.votes) return null;
    const rows = this.projects.rows;
    const scale = Math.max(budget.amount.decimals, ...rows.map((row) => row.cost.decimals));
    return {
      voteType: this.voteType,
      budget: toScale(budget.amount, scale),
      scale,
      projects: rows.map((row) => projectOf(row, scale)),
      ballots: this.votes.box.ballots(),
    };
  }
}

/** Room for spaces and separators after the word. */
const LONGEST_WORD = 24;
const MAY_BE_WORD = /^\s*[mpv][eor]/i;

function sectionWord(line: string): Section | undefined {
  if (line.length > LONGEST_WORD || !MAY_BE_WORD.test(line)) return undefined;
  const word = line
    .replace(/[;\s]+$/, '')
    .trim()
    .toUpperCase();
  return SECTIONS.find((section) => section === word);
}

function projectOf({ cost, ...row }: ProjectRow, scale: number): ElectionProject {
  return { ...row, cost: toScale(cost, scale) };
}
