import type { Findings } from './findings.js';

export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
export type Section = (typeof SECTIONS)[number];

/** Room for spaces and separators after the word. */
const LONGEST_WORD = 24;
const MAY_BE_WORD = /^\s*[mpv][eor]/i;

/** `sectionIn('votes;;') // → 'VOTES'`; undefined for any other line. */
export function sectionIn(line: string): Section | undefined {
  if (line.length > LONGEST_WORD || !MAY_BE_WORD.test(line)) return undefined;
  const word = line
    .replace(/[;\s]+$/, '')
    .trim()
    .toUpperCase();
  return SECTIONS.find((section) => section === word);
}

/** Which section the reading is in, and whether the words came as they should. */
export class SectionWords {
  current: Section | null = null;
  private readonly opened = new Set<Section>();

  constructor(private readonly findings: Findings) {}

  open(section: Section, written: string, line: number): void {
    if (written !== section) this.findings.add(line, 'pabulib.section_word', { word: written });
    const before = SECTIONS[SECTIONS.indexOf(section) - 1] ?? null;
    if (this.opened.has(section)) {
      this.findings.add(line, 'pabulib.section_repeated', { section });
    } else if (this.current !== before) {
      this.findings.add(line, 'pabulib.section_out_of_place', { section });
    }
    this.opened.add(section);
    this.current = section;
  }
}
