import { FileSections } from './file-sections.js';
import { Findings, type Finding } from './findings.js';
import { LineCutter } from './lines.js';
import type { PabulibFile, ReadingOptions, UnreadableFile } from './pabulib-file.js';
import { splitRow } from './row.js';
import { RowJoiner, type JoinedRow } from './row-joiner.js';
import { sectionIn, SectionWords, type Section } from './section-words.js';

/** Reads a file piece by piece: `feed` what arrives, then `finish`. */
export class PabulibReader {
  private readonly findings: Findings;
  private readonly sections: FileSections;
  private readonly words: SectionWords;
  private readonly cutter = new LineCutter({
    takeLine: (text, from, until) => this.takeLine(text, from, until),
    takeOverlong: () => this.findings.add(++this.line, 'pabulib.line_too_long'),
  });
  private readonly joiner = new RowJoiner((row) => this.takeRow(row));
  private line = 0;
  private strayText = false;
  /** Only from the first piece with a NUL or a broken character on are lines looked through. */
  private suspicious = false;

  constructor(options: ReadingOptions) {
    this.findings = new Findings(options.mode);
    this.sections = new FileSections(this.findings, options);
    this.words = new SectionWords(this.findings);
  }

  feed(piece: string): void {
    this.suspicious ||= piece.includes('\0') || piece.includes('\uFFFD');
    this.cutter.feed(piece);
  }

  finish(): PabulibFile | UnreadableFile {
    this.cutter.finish();
    this.joiner.finish();
    this.sections.reportMissing();
    const election = this.sections.election();
    const { omitted } = this.findings;
    const [faults, oddities] = [byLine(this.findings.faults), byLine(this.findings.oddities)];
    return election && faults.length === 0
      ? { kind: 'read', meta: this.sections.meta.all(), election, oddities, omitted }
      : { kind: 'unreadable', faults, oddities, omitted };
  }

  private takeLine(text: string, from: number, until: number): void {
    this.line++;
    const isPlain =
      !this.suspicious && this.sections.takePlain(this.words.current, text, from, until);
    if (!isPlain) this.takeUnusual(text.slice(from, until));
  }

  private takeUnusual(text: string): void {
    const clean = this.line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (this.suspicious) this.checkCharacters(clean);
    const section = sectionIn(clean);
    if (section) this.open(section, clean);
    // A ballot never runs over lines: an open quote there must not swallow the next one.
    else if (this.words.current === 'VOTES') this.takeRow({ ...splitRow(clean), line: this.line });
    else this.joiner.feed(clean, this.line);
  }

  private open(section: Section, written: string): void {
    this.joiner.finish();
    this.words.open(section, written, this.line);
    this.sections.begin();
  }

  private checkCharacters(text: string): void {
    if (text.includes('\0')) this.findings.add(this.line, 'pabulib.nul_byte');
    if (text.includes('\uFFFD')) this.findings.add(this.line, 'pabulib.not_utf8');
  }

  private takeRow({ fields, line, flaw }: JoinedRow): void {
    const section = this.words.current;
    if (fields.length === 1 && fields[0]!.trim() === '') {
      this.findings.add(line, 'pabulib.blank_line');
    } else if (section === null) {
      this.reportStrayText(line, fields[0]!);
    } else {
      if (flaw) this.findings.add(line, `pabulib.quote_${flaw}`);
      this.sections.take(section, fields, line);
    }
  }

  private reportStrayText(line: number, text: string): void {
    if (!this.strayText) this.findings.add(line, 'pabulib.text_before_sections', { text });
    this.strayText = true;
  }
}

function byLine(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.line - b.line);
}
