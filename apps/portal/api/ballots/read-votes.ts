import { HttpException } from '@nestjs/common';
import type { BallotVote } from '#rules/participation/ballot.js';

const MOST_VOTES = 2_000;
const LONGEST_ID = 64;

/**
 * Reads the shape of a ballot by hand: this is the hot path, and the general validator costs more
 * than the rest of the request.
 *
 * @throws HttpException 400 naming every field of the wrong shape
 */
export function readVotes(body: unknown): BallotVote[] {
  const votes = (body as { votes?: unknown } | null)?.votes;
  if (!Array.isArray(votes) || votes.length > MOST_VOTES)
    throw unreadable({ votes: ['a list is expected'] });
  const faults: Record<string, string[]> = {};
  const read = votes.map((vote: unknown, place) => readVote(vote, `votes.${place}`, faults));
  if (Object.keys(faults).length > 0) throw unreadable(faults);
  return read;
}

function readVote(vote: unknown, field: string, faults: Record<string, string[]>): BallotVote {
  const { project, points, rank } = (typeof vote === 'object' && vote ? vote : {}) as Record<
    string,
    unknown
  >;
  if (typeof project !== 'string' || project.length > LONGEST_ID)
    faults[`${field}.project`] = ['an id is expected'];
  if (points !== undefined && typeof points !== 'number')
    faults[`${field}.points`] = ['a number is expected'];
  if (rank !== undefined && typeof rank !== 'number')
    faults[`${field}.rank`] = ['a number is expected'];
  return {
    project: String(project),
    ...(points === undefined ? {} : { points: Number(points) }),
    ...(rank === undefined ? {} : { rank: Number(rank) }),
  };
}

function unreadable(errors: Record<string, string[]>): HttpException {
  return new HttpException({ code: 'http.unreadable', errors }, 400);
}
