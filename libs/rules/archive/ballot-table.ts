import { splitRow } from '../tally/pabulib/row.js';
import { csvRow } from './csv-row.js';

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];

/**
 * The ballots of an election file as a table for people who know only tables: a row a ballot, a
 * column a project, in it the points that the ballot gives; an empty cell where it was not chosen.
 * The sum of a column is the project's points, the count of its numbers the project's votes.
 *
 * Line after line goes in, row after row comes out, in the same sequence.
 *
 * @example
 * const table = new BallotTable();
 * for (const line of ['PROJECTS', 'project_id;cost', '1;50', '2;70', 'VOTES']) table.rowOf(line);
 * table.rowOf('voter_id;vote'); // → 'voter_id,1,2\r\n'
 * table.rowOf('a1;2'); // → 'a1,,1\r\n'
 */
export class BallotTable {
  private section: Section | null = null;
  private head: readonly string[] | null = null;
  private readonly places = new Map<string, number>();
  private isRanked = false;
  private voter = '';

  /** Columns of the table, once the projects have come. */
  get columns(): readonly string[] {
    return ['voter_id', ...this.places.keys()];
  }

  /** Id of the voter of the last row. */
  get lastVoter(): string {
    return this.voter;
  }

  /** The row for a line without its end; null for lines above the ballots. */
  rowOf(line: string): string | null {
    const section = SECTIONS.find((word) => word === line);
    if (section) return this.begin(section);
    const { fields } = splitRow(line);
    if (this.section === 'META') this.isRanked ||= line === 'vote_type;ordinal';
    if (this.section === 'META' || this.section === null) return null;
    if (this.head === null) {
      this.head = fields;
      return this.section === 'VOTES' ? csvRow(this.columns) : null;
    }
    return this.section === 'VOTES' ? this.ballotRow(fields) : this.addProject(fields);
  }

  private begin(section: Section): null {
    this.section = section;
    this.head = null;
    return null;
  }

  private addProject(fields: readonly string[]): null {
    this.places.set(this.field(fields, 'project_id'), this.places.size);
    return null;
  }

  private ballotRow(fields: readonly string[]): string {
    const chosen = wordsOf(this.field(fields, 'vote'));
    const points = wordsOf(this.field(fields, 'points'));
    const cells = Array.from({ length: this.places.size }, () => '');
    for (const [rank, id] of chosen.entries()) {
      const given = this.isRanked ? String(chosen.length - rank) : (points[rank] ?? '1');
      const place = this.places.get(id);
      if (place !== undefined) cells[place] = given;
    }
    this.voter = this.field(fields, 'voter_id');
    return csvRow([this.voter, ...cells]);
  }

  private field(fields: readonly string[], column: string): string {
    return fields[this.head?.indexOf(column) ?? -1] ?? '';
  }
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}
