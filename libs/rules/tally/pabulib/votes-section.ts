import { BallotBox } from '../ballot-box.js';
import { marksOf } from '../build-election.js';
import type { VoteType } from '../election.js';
import type { Findings, ReadingMode } from './findings.js';
import type { Header } from './header.js';

/** What a ballot of this file may hold; undefined is no limit. */
export interface BallotLimits {
  readonly shortest: number | undefined;
  readonly longest: number | undefined;
  readonly pointsInAll: number | undefined;
}

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
  private readonly voterIds = new Set<string>();
  private readonly districts = new Map<string, string>();
  private readonly places: Readonly<Record<'voter' | 'vote' | 'points' | 'district', number>>;

  constructor(
    header: Header,
    private readonly rules: VotesRules,
    private readonly findings: Findings,
  ) {
    this.places = {
      voter: header.place('voter_id'),
      vote: header.place('vote'),
      points: takesPoints(rules.voteType) ? header.place('points') : -1,
      district: rules.keepDistricts ? header.place('neighborhood') : -1,
    };
  }

  add(fields: readonly string[], line: number): void {
    this.count++;
    this.checkVoter((fields[this.places.voter] ?? '').trim(), line);
    const chosen = this.chosenIn(fields, line);
    const marks = marksOf(chosen, this.rules.voteType);
    this.checkLimits(chosen, line);
    this.box.add({ ...marks, voters: 1, ...this.district(fields) });
  }

  /** A million ids are only remembered where a repetition is a fault. */
  private checkVoter(voter: string, line: number): void {
    if (voter === '') this.findings.add(line, 'pabulib.voter_missing');
    if (this.rules.mode === 'lenient' || voter === '') return;
    if (this.voterIds.has(voter)) this.findings.add(line, 'pabulib.voter_repeated', { voter });
    this.voterIds.add(voter);
  }

  private chosenIn(fields: readonly string[], line: number): ReadonlyMap<number, number> {
    const ids = this.wordsOf(fields[this.places.vote] ?? '');
    const points = takesPoints(this.rules.voteType)
      ? this.pointsOf(fields[this.places.points] ?? '', ids.length, line)
      : null;
    if (ids.length === 0) this.findings.add(line, 'pabulib.vote_empty');
    const chosen = new Map<number, number>();
    for (let index = 0; index < ids.length; index++) {
      this.mark(chosen, { id: ids[index]!.trim(), points: points?.[index] ?? 1 }, line);
    }
    return chosen;
  }

  private wordsOf(text: string): readonly string[] {
    const trimmed = text.trim();
    const none = trimmed.toLowerCase() === 'none' && !this.rules.positions.has(trimmed);
    return trimmed === '' || none ? [] : trimmed.split(',');
  }

  private mark(
    chosen: Map<number, number>,
    { id, points }: { readonly id: string; readonly points: number },
    line: number,
  ): void {
    const position = this.rules.positions.get(id);
    if (position === undefined) {
      this.findings.add(line, 'pabulib.vote_unknown_project', { project: id });
      return;
    }
    if (chosen.has(position)) {
      this.findings.add(line, 'pabulib.vote_repeated_project', { project: id });
    }
    chosen.set(position, points);
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

  private checkLimits(chosen: ReadonlyMap<number, number>, line: number): void {
    const { shortest, longest, pointsInAll } = this.rules.limits;
    const details = { chosen: String(chosen.size) };
    if (shortest !== undefined && chosen.size < shortest) {
      this.findings.add(line, 'pabulib.vote_too_short', details);
    }
    if (longest !== undefined && chosen.size > longest) {
      this.findings.add(line, 'pabulib.vote_too_long', details);
    }
    if (pointsInAll !== undefined && takesPoints(this.rules.voteType)) {
      this.checkSum(chosen, pointsInAll, line);
    }
  }

  private checkSum(chosen: ReadonlyMap<number, number>, most: number, line: number): void {
    let sum = 0;
    for (const points of chosen.values()) sum += points;
    if (sum > most)
      this.findings.add(line, 'pabulib.vote_points_above_sum', { points: String(sum) });
  }

  /** One string for all voters of a district: a slice would keep its whole piece of the file. */
  private district(fields: readonly string[]): { district?: string } {
    const written = (fields[this.places.district] ?? '').trim();
    if (written === '') return {};
    const district = this.districts.get(written) ?? written;
    this.districts.set(written, district);
    return { district };
  }
}

export function takesPoints(voteType: VoteType): boolean {
  return voteType === 'cumulative' || voteType === 'scoring';
}
