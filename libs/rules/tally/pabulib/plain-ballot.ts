import type { ProjectIds } from './project-ids.js';

/** Where the columns of a ballot stand; −1 for a column that is not asked for. */
export interface BallotPlaces {
  readonly voter: number;
  readonly vote: number;
  readonly points: number;
  readonly district: number;
}

/** What a ballot may hold. */
export interface BallotLimits {
  readonly shortest: number;
  readonly longest: number;
  readonly pointsInAll: number;
}

interface Sheet {
  readonly width: number;
  readonly places: BallotPlaces;
  readonly limits: BallotLimits;
}

/** Longest number of points that is read here. */
const MOST_DIGITS = 9;

/**
 * Reads a ballot in which nothing at all is odd, straight from the text of the file: nearly all
 * are such. Whatever is unusual in any way it leaves to those who can tell what is meant.
 *
 * @example of 'a;9,7' with voter_id;vote → `choices` [1, 0], `size` 2
 */
export class PlainBallot {
  readonly choices: Uint32Array;
  readonly points: Uint32Array;
  size = 0;
  /** The fields of the row last read begin here; the last one ends one before the last start. */
  private readonly starts: Uint32Array;
  private readonly lastBallot: Uint32Array;
  private ballot = 0;

  constructor(
    projects: number,
    private readonly ids: ProjectIds,
    private readonly sheet: Sheet,
  ) {
    this.choices = new Uint32Array(projects);
    this.points = new Uint32Array(projects);
    this.lastBallot = new Uint32Array(projects);
    this.starts = new Uint32Array(sheet.width + 1);
  }

  /** False when anything is odd. */
  read(text: string, from: number, until: number): boolean {
    const { places, limits } = this.sheet;
    return (
      this.cut(text, from, until) &&
      this.hasVoter(text) &&
      this.readVote(text) &&
      (places.points === -1 || this.readPoints(text)) &&
      this.size >= limits.shortest &&
      this.size <= limits.longest
    );
  }

  /** A field of the row last read. */
  field(text: string, place: number): string {
    return text.slice(this.starts[place]!, this.starts[place + 1]! - 1);
  }

  private cut(text: string, from: number, until: number): boolean {
    const { starts } = this;
    let field = 0;
    starts[0] = from;
    for (let at = from; at < until; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return false;
      if (code !== SEMICOLON) continue;
      if (++field === this.sheet.width) return false;
      starts[field] = at + 1;
    }
    starts[field + 1] = until + 1;
    return field + 1 === this.sheet.width;
  }

  private hasVoter(text: string): boolean {
    const at = this.starts[this.sheet.places.voter]!;
    const code = text.charCodeAt(at);
    return code > SPACE && code < DELETE && code !== SEMICOLON;
  }

  private readVote(text: string): boolean {
    const { places } = this.sheet;
    const until = this.starts[places.vote + 1]! - 1;
    this.size = 0;
    this.ballot++;
    let from = this.starts[places.vote]!;
    for (let at = from; at <= until; at++) {
      if (at < until && text.charCodeAt(at) !== COMMA) continue;
      if (!this.choose(this.ids.find(text, from, at))) return false;
      from = at + 1;
    }
    return true;
  }

  private choose(position: number): boolean {
    if (position === -1 || this.lastBallot[position] === this.ballot) return false;
    this.lastBallot[position] = this.ballot;
    this.choices[this.size++] = position;
    return true;
  }

  private readPoints(text: string): boolean {
    const { places, limits } = this.sheet;
    const until = this.starts[places.points + 1]! - 1;
    let from = this.starts[places.points]!;
    let [read, sum] = [0, 0];
    for (let at = from; at <= until; at++) {
      if (at < until && text.charCodeAt(at) !== COMMA) continue;
      const points = wholeNumber(text, from, at);
      if (points <= 0 || read === this.size) return false;
      this.points[read++] = points;
      sum += points;
      from = at + 1;
    }
    return read === this.size && sum <= limits.pointsInAll;
  }
}

const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const SPACE = 32;
const DELETE = 127;
const ZERO = 48;

/** −1 when it is not one, or a long one. */
function wholeNumber(text: string, from: number, until: number): number {
  if (until - from > MOST_DIGITS) return -1;
  let value = from === until ? -1 : 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
