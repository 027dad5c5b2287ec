import type { INestApplicationContext } from '@nestjs/common';
import type { ApiClient } from './api-client.js';
import type { Progress } from '../progress.js';

/** Where an election is replayed: a running portal, and an application on the same database. */
export interface ReplayGround {
  readonly app: INestApplicationContext;
  readonly api: ApiClient;
  readonly connections: number;
  readonly progress: Progress;
}
