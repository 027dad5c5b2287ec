import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { PublishResult } from '#features/participation/results/publish-result.js';
import { RecordCouncilDecision } from '#features/participation/results/record-council-decision.js';
import type { DemoStage } from './demo-stage.js';

/** Closes a round whose time has come, counts it, and has the result decided and published. */
export async function publishDemoResult(stage: DemoStage): Promise<void> {
  const { app, actors, roundId, office } = stage;
  const [officer] = await actors.holders('officer', office);
  const [expert] = await actors.holders('expert', office);
  if (!officer || !expert) throw new Error('The demo town lacks an officer or an expert');
  await app.get(CloseRound, { strict: false }).run(roundId, officer);
  await app.get(CountRound, { strict: false }).run(roundId);
  await app.get(RecordCouncilDecision, { strict: false }).run(expert, roundId, {
    protocolNumber: '6',
    text: {
      kk: 'Дауыс беру нәтижесі қаралды. Жеңімпаз жобалар толық бекітілді.',
      ru: 'Итоги голосования рассмотрены. Проекты-победители утверждены полностью.',
    },
    strikes: [],
  });
  await app.get(PublishResult, { strict: false }).run(officer, roundId);
}
