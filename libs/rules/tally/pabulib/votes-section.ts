import { BallotBox } from '../ballot-box.js';
import type { VoteType } from '../election.js';
import { MarkTaker } from '../marks.js';
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
  private readonly taker: MarkTaker;
  private readonly voterIds = new Set<string>();
  private readonly districts = new Map<string, string>();
  private readonly places: Readonly<Record<'voter' | 'vote' | 'points' | 'district', number>>;

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
  }

  add(fields: readonly string[], line: number): void {
    this.count++;
    this.checkVoter(fields[this.places.voter] ?? '', line);
    this.takeChoices(fields, line);
    this.checkLimits(line);
    const { choices, points } = this.taker.marks();
    const district = this.district(fields);
    this.box.add({ choices, ...(points && { points }), voters: 1, ...(district && { district }) });
  }

  /** A million ids are only remembered where a repetition is a fault. */
  private checkVoter(written: string, line: number): void {
    const voter = written.trim();
    if (voter === '') this.findings.add(line, 'pabulib.voter_missing');
    if (this.rules.mode === 'lenient' || voter === '') return;
    if (this.voterIds.has(voter)) this.findings.add(line, 'pabulib.voter_repeated', { voter });
    this.voterIds.add(voter);
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
    const { shortest = 0, longest = Infinity, pointsInAll = Infinity } = this.rules.limits;
    const { size } = this.taker;
    if (size < shortest) {
      this.findings.add(line, 'pabulib.vote_too_short', { chosen: String(size) });
    }
    if (size > longest) this.findings.add(line, 'pabulib.vote_too_long', { chosen: String(size) });
    if (!takesPoints(this.rules.voteType) || this.taker.sum <= pointsInAll) return;
    this.findings.add(line, 'pabulib.vote_points_above_sum', { points: String(this.taker.sum) });
  }

  /** One string for all voters of a district: a slice would keep its whole piece of the file. */
  private district(fields: readonly string[]): string | undefined {
    const written = (fields[this.places.district] ?? '').trim();
    if (written === '') return undefined;
    const district = this.districts.get(written) ?? written;
    this.districts.set(written, district);
    return district;
  }
}

export function takesPoints(voteType: VoteType): boolean {
  return voteType === 'cumulative' || voteType === 'scoring';
}
