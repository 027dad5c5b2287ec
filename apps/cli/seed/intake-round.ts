import { AppealRefusal } from '#features/participation/expert-review/appeal-refusal.js';
import { DecideAppeal } from '#features/participation/expert-review/decide-appeal.js';
import { RefuseProposal } from '#features/participation/expert-review/refuse-proposal.js';
import { ReturnProposal } from '#features/participation/expert-review/return-proposal.js';
import { WithdrawProposal } from '#features/participation/proposals/withdraw-proposal.js';
import { QARASU_PROPOSALS, type QarasuStation } from './demo-proposals/qarasu-proposals.js';
import type { DemoStage } from './demo-stage.js';
import { putRoundBackInTime } from './put-round-back-in-time.js';
import {
  APPEAL_DECISION,
  APPEAL_REMARKS,
  CORRECTIONS,
  FINAL_REFUSAL,
  PROVISIONAL_REFUSAL,
} from './qarasu-texts.js';
import { DemoReview, type ProposalOnDesk, requestOf } from './review-demo-proposal.js';
import { draftDemoProposal, submitDemoProposal } from './submit-demo-proposal.js';

/** Days since the submission, and since the officers' acts. */
const PACE = { toReview: 3, toToday: 1 } as const;

/** How far ahead the calendar of the intake must begin. */
export const INTAKE_STORY_DAYS = PACE.toReview + PACE.toToday;

type Desk = Readonly<Record<QarasuStation, ProposalOnDesk>>;

/** A round that takes proposals in: one of them at each station of the review. */
export async function playIntakeRound(stage: DemoStage): Promise<void> {
  const desk = await bringIn(stage);
  await putRoundBackInTime(stage.app, stage.roundId, PACE.toReview);
  await review(stage, desk);
  await refuseForGood(stage, desk.refused);
  await withdraw(stage, desk.withdrawn);
  await putRoundBackInTime(stage.app, stage.roundId, PACE.toToday);
}

async function bringIn({ app, actors, roundId, office }: DemoStage): Promise<Desk> {
  const desk: [string, ProposalOnDesk][] = [];
  for (const [station, proposal] of Object.entries(QARASU_PROPOSALS)) {
    const author = await actors.resident(proposal.author);
    const bring = station === 'draft' ? draftDemoProposal : submitDemoProposal;
    const id = await bring(app, author, { roundId, proposal });
    desk.push([station, { id, office, proposal }]);
  }
  return Object.fromEntries(desk) as Desk;
}

async function review({ app, actors, office }: DemoStage, desk: Desk): Promise<void> {
  const [officer] = await actors.holders('officer', office);
  const acts = new DemoReview(app, actors);
  await acts.check(desk.checked);
  await acts.check(desk.estimated);
  await acts.estimate(desk.estimated);
  await app
    .get(ReturnProposal, { strict: false })
    .run(requestOf(officer, desk.returned.id), { remarks: CORRECTIONS, deadline: null });
  await app
    .get(RefuseProposal, { strict: false })
    .run(requestOf(officer, desk['provisionally-refused'].id), PROVISIONAL_REFUSAL);
}

/** Refused by one officer, objected to by the author, and upheld by another officer. */
async function refuseForGood(
  { app, actors, office }: DemoStage,
  { id, proposal }: ProposalOnDesk,
): Promise<void> {
  const [refuser, other] = await actors.holders('officer', office);
  if (!other) throw new Error('A refusal is examined again by another officer');
  await app.get(RefuseProposal, { strict: false }).run(requestOf(refuser, id), FINAL_REFUSAL);
  const author = await actors.resident(proposal.author);
  const appealId = await app
    .get(AppealRefusal, { strict: false })
    .run({ proposalId: id, person: author }, APPEAL_REMARKS);
  await app
    .get(DecideAppeal, { strict: false })
    .run({ appealId, person: other, seenVersion: null }, APPEAL_DECISION);
}

async function withdraw({ app, actors }: DemoStage, { id, proposal }: ProposalOnDesk) {
  const author = await actors.resident(proposal.author);
  const reason = proposal.withdrawnFor ?? '';
  await app.get(WithdrawProposal, { strict: false }).run(author, { id, reason, version: null });
}
