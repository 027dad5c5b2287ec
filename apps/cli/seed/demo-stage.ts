import type { INestApplicationContext } from '@nestjs/common';
import type { DemoActors } from './demo-actors.js';

/** A round of the demo town that has just been set up, its calendar still ahead of its story. */
export interface DemoStage {
  readonly app: INestApplicationContext;
  readonly actors: DemoActors;
  readonly roundId: string;
  /** Whose akimat and Expert Council work on it. */
  readonly office: string;
}
