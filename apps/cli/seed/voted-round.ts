import { WithdrawProposal } from '#features/participation/proposals/withdraw-proposal.js';
import { castDemoBallots, demoBallots } from './cast-demo-ballots.js';
import type { DemoProposal } from './demo-proposal.js';
import type { DemoStage } from './demo-stage.js';
import { putRoundBackInTime } from './put-round-back-in-time.js';
import { DemoReview, type ProposalOnDesk } from './review-demo-proposal.js';
import { submitDemoProposal } from './submit-demo-proposal.js';

/** Days between the stations of a round, and between the days on which its residents vote. */
export interface RoundPace {
  readonly toReview: number;
  readonly toCouncil: number;
  readonly toVoting: number;
  readonly betweenVotes: number;
}

const VOTING_DAYS = 3;

/** How far ahead the calendar of such a round must begin for all of it to be done in time. */
export function daysOfStory({ toReview, toCouncil, toVoting, betweenVotes }: RoundPace): number {
  return toReview + toCouncil + toVoting + betweenVotes * (VOTING_DAYS - 1);
}

/** A round from the submission of its proposals to its ballots. */
export async function playVotedRound(
  stage: DemoStage,
  proposals: readonly DemoProposal[],
  pace: RoundPace,
): Promise<void> {
  const { app, actors, roundId } = stage;
  const pass = (days: number) => putRoundBackInTime(app, roundId, days);
  const review = new DemoReview(app, actors);
  const desk = await submitAll(stage, proposals);
  await pass(pace.toReview);
  for (const each of desk) {
    await review.check(each);
    await review.estimate(each);
  }
  await pass(pace.toCouncil);
  for (const [place, each] of desk.entries()) {
    await review.decide(each, place);
    await review.admit(each);
  }
  await pass(pace.toVoting);
  await vote(stage, desk, () => pass(pace.betweenVotes));
  await withdrawSome(stage, desk);
}

async function submitAll(
  { app, actors, roundId, office }: DemoStage,
  proposals: readonly DemoProposal[],
): Promise<readonly ProposalOnDesk[]> {
  const desk: ProposalOnDesk[] = [];
  for (const proposal of proposals) {
    const author = await actors.resident(proposal.author);
    const id = await submitDemoProposal(app, author, { roundId, proposal });
    desk.push({ id, office, proposal });
  }
  return desk;
}

async function vote(
  { app, actors, roundId }: DemoStage,
  desk: readonly ProposalOnDesk[],
  pass: () => Promise<void>,
): Promise<void> {
  const ballots = demoBallots(actors, desk);
  for (let day = 0; day < VOTING_DAYS; day += 1) {
    if (day > 0) await pass();
    const ofDay = ballots.filter((_, turn) => turn % VOTING_DAYS === day);
    await castDemoBallots(app, roundId, ofDay);
  }
}

async function withdrawSome({ app, actors }: DemoStage, desk: readonly ProposalOnDesk[]) {
  for (const { id, proposal } of desk) {
    const { withdrawnFor: reason, author } = proposal;
    if (reason === undefined) continue;
    const person = await actors.resident(author);
    await app.get(WithdrawProposal, { strict: false }).run(person, { id, reason, version: null });
  }
}
