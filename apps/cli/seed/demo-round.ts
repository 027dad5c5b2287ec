import type { NewRoundRequest } from '#features/participation/rounds/set-up-round.js';
import type { DemoStage } from './demo-stage.js';

/** A round as it is meant to stand in the end, and the story that leads there. */
export interface DemoRound {
  readonly officerOf: string;
  readonly request: Omit<NewRoundRequest, 'year' | 'calendar'>;
  /** Intake from and until, review until, voting from and until, decision by: days from today. */
  readonly days?: readonly [number, number, number, number, number, number];
  /** Days by which the story puts the round back. */
  readonly storyDays: number;
  readonly play?: (stage: DemoStage) => Promise<void>;
}

export const THREE_PROJECTS = { kind: 'approval', max: 3 } as const;
