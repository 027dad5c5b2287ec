import type { INestApplicationContext } from '@nestjs/common';
import { CastBallot } from '#features/participation/ballots/cast-ballot.js';
import { duringSession } from './act-as.js';
import { dealBallots } from './deal-ballots.js';
import type { DemoActors } from './demo-actors.js';
import type { ProposalOnDesk } from './review-demo-proposal.js';

/** A ballot that a demo resident is going to cast. */
export interface DemoBallot {
  readonly voterId: string;
  readonly projects: readonly string[];
}

/** Who votes for what, from the votes that the invented proposals name; the same at every seeding. */
export function demoBallots(
  actors: DemoActors,
  projects: readonly ProposalOnDesk[],
): readonly DemoBallot[] {
  const places = new Set(projects.flatMap(({ proposal }) => Object.keys(proposal.votes ?? {})));
  return [...places].flatMap((place) => {
    const voters = actors.votersOf(place);
    const votes = projects.map(({ id, proposal }) => [id, proposal.votes?.[place] ?? 0] as const);
    const dealt = dealBallots(Object.fromEntries(votes), voters.length);
    return dealt.map((choices, turn) => ({ voterId: voters[turn]!, projects: choices }));
  });
}

/** Casts ballots side by side: the ballot box stores them many at a time. */
export async function castDemoBallots(
  app: INestApplicationContext,
  roundId: string,
  ballots: readonly DemoBallot[],
): Promise<void> {
  const box = app.get(CastBallot, { strict: false });
  const cast = ({ voterId, projects }: DemoBallot) =>
    duringSession(app, voterId, (digest) =>
      box.run({
        tokenDigest: digest.toString('hex'),
        roundId,
        votes: projects.map((project) => ({ project })),
        idempotencyKey: null,
      }),
    );
  await Promise.all(ballots.map(cast));
}
