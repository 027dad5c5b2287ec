import { BallotBox } from '../ballot-box.js';
import type { VoteType } from '../election.js';
import { MarkTaker } from '../marks.js';
import type { Findings, ReadingMode } from './findings.js';
import type { Header } from './header.js';
import { PlainBallot, type BallotLimits, type BallotPlaces } from './plain-ballot.js';
import { ProjectIds } from './project-ids.js';

export interface VotesRules {
  readonly voteType: VoteType;
  readonly positions: ReadonlyMap<string, number>;
  readonly limits: BallotLimits;
  readonly mode: ReadingMode;
  readonly keepDistricts: boolean;
}

const MOST_POINTS = 1_000_000_000;

/** The VOTES section: each line one voter; equal ballots are merged at once. */
export class VotesSection {
  readonly box = new BallotBox();
  count = 0;
  private readonly taker: MarkTaker;
  private readonly voterIds = new Set<string>();
  private readonly places: BallotPlaces;
  private readonly plain: PlainBallot;

  constructor(
    header: Header,
    private readonly rules: VotesRules,
    private readonly findings: Findings,
  ) {
    this.taker = new MarkTaker(rules.voteType, rules.positions.size);
    this.places = {
      voter: header.place('voter_id'),
      vote: header.place('vote'),
      points: takesPoints(rules.voteType) ? header.place('points') : -1,
      district: rules.keepDistricts ? header.place('neighborhood') : -1,
    };
    const { width } = header;
    const sheet = { width, places: this.places, limits: rules.limits };
    this.plain = new PlainBallot(rules.positions.size, new ProjectIds(rules.positions), sheet);
  }

  /** Takes a row straight from the text; false, and nothing done, when anything in it is odd. */
  takePlain(text: string, from: number, until: number): boolean {
    const { plain, places } = this;
    if (!plain.read(text, from, until)) return false;
    if (this.rules.mode === 'strict' && !this.isNew(plain.field(text, places.voter))) return false;
    const district = places.district === -1 ? '' : plain.field(text, places.district).trim();
    const { choices, size } = plain;
    const points = this.plainPoints();
    this.count++;
    this.box.add({ choices, size, voters: 1, ...(points && { points }), ...named(district) });
    return true;
  }

  add(fields: readonly string[], line: number): void {
    this.count++;
    this.checkVoter(fields[this.places.voter] ?? '', line);
    this.takeChoices(fields, line);
    this.checkLimits(line);
    const { choices, points } = this.taker.marks();
    const district = (fields[this.places.district] ?? '').trim();
    this.box.add({ choices, voters: 1, ...(points && { points }), ...named(district) });
  }

  /** Of *k* places the first gives *k* points, the last 1. */
  private plainPoints(): Uint32Array | null {
    const { voteType } = this.rules;
    const { points, size } = this.plain;
    if (voteType === 'ordinal') for (let at = 0; at < size; at++) points[at] = size - at;
    return voteType === 'approval' || voteType === 'choose-1' ? null : points;
  }

  private checkVoter(written: string, line: number): void {
    const voter = written.trim();
    if (voter === '') this.findings.add(line, 'pabulib.voter_missing');
    else if (this.rules.mode === 'strict' && !this.isNew(voter)) {
      this.findings.add(line, 'pabulib.voter_repeated', { voter });
    }
  }

  /** A million ids are only remembered where a repetition is a fault. */
  private isNew(written: string): boolean {
    const met = this.voterIds.size;
    return this.voterIds.add(written.trim()).size > met;
  }

  private takeChoices(fields: readonly string[], line: number): void {
    const ids = this.wordsOf(fields[this.places.vote] ?? '');
    const points = takesPoints(this.rules.voteType)
      ? this.pointsOf(fields[this.places.points] ?? '', ids.length, line)
      : null;
    if (ids.length === 0) this.findings.add(line, 'pabulib.vote_empty');
    this.taker.begin();
    for (let index = 0; index < ids.length; index++) {
      this.take(ids[index]!, points?.[index] ?? 1, line);
    }
  }

  private wordsOf(text: string): readonly string[] {
    const trimmed = text.trim();
    const none = trimmed.toLowerCase() === 'none' && !this.rules.positions.has(trimmed);
    return trimmed === '' || none ? [] : trimmed.split(',');
  }

  private take(written: string, points: number, line: number): void {
    const { positions } = this.rules;
    const position = positions.get(written) ?? positions.get(written.trim());
    if (position === undefined) {
      this.findings.add(line, 'pabulib.vote_unknown_project', { project: written.trim() });
    } else if (!this.taker.take(position, points)) {
      this.findings.add(line, 'pabulib.vote_repeated_project', { project: written.trim() });
    }
  }

  private pointsOf(text: string, expected: number, line: number): number[] {
    const words = this.wordsOf(text);
    if (words.length > expected) this.findings.add(line, 'pabulib.points_without_votes');
    else if (words.length < expected) this.findings.add(line, 'pabulib.points_missing');
    return words.map((word) => this.pointOf(word.trim(), line));
  }

  private pointOf(word: string, line: number): number {
    const point = /^\d{1,15}(?:\.0+)?$/.test(word) ? Number(word) : NaN;
    if (Number.isNaN(point)) this.findings.add(line, 'pabulib.points_invalid', { value: word });
    else if (point > MOST_POINTS)
      this.findings.add(line, 'pabulib.points_too_large', { value: word });
    return point;
  }

  private checkLimits(line: number): void {
    const { shortest, longest, pointsInAll } = this.rules.limits;
    const { size } = this.taker;
    if (size < shortest) {
      this.findings.add(line, 'pabulib.vote_too_short', { chosen: String(size) });
    }
    if (size > longest) this.findings.add(line, 'pabulib.vote_too_long', { chosen: String(size) });
    if (!takesPoints(this.rules.voteType) || this.taker.sum <= pointsInAll) return;
    this.findings.add(line, 'pabulib.vote_points_above_sum', { points: String(this.taker.sum) });
  }
}

function named(district: string): { district?: string } {
  return district === '' ? {} : { district };
}

export function takesPoints(voteType: VoteType): boolean {
  return voteType === 'cumulative' || voteType === 'scoring';
}
