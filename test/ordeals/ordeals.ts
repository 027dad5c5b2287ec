import { lostLeader, lostLeaderOfHosts } from './cluster/lost-leader.js';
import { closingInstant, twoClocks } from './closing-instant.js';
import { deadlocks } from './deadlocks.js';
import { fullDisk } from './full-disk.js';
import { fullUploads } from './full-uploads.js';
import { hangingEgov } from './hanging-egov.js';
import { hangingMessages } from './hanging-messages.js';
import { heldLock } from './held-lock.js';
import { killedDatabase, killedPortal, restartedDatabase } from './killed-processes.js';
import { lostAnswers } from './lost-answers.js';
import type { Ordeal } from './ordeal.js';
import { repeatedRequests } from './repeated-requests.js';
import { replicaBehind } from './replica-behind.js';
import { pointInTime } from './point-in-time.js';
import { rollingRestart } from './rolling-restart.js';
import { restoredBackup } from './restored-backup.js';
import { thresholdCrossing } from './threshold-crossing.js';
import { twoWorkers } from './two-workers.js';

/** Every ordeal, in the sequence of `ordeal all`: the longest last, which a slow machine leaves out. */
export const ORDEALS: readonly Ordeal[] = [
  killedPortal,
  killedDatabase,
  restartedDatabase,
  heldLock,
  deadlocks,
  fullDisk,
  fullUploads,
  repeatedRequests,
  lostAnswers,
  closingInstant,
  twoClocks,
  thresholdCrossing,
  twoWorkers,
  restoredBackup,
  replicaBehind,
  pointInTime,
  hangingEgov,
  hangingMessages,
  rollingRestart,
  lostLeader,
  lostLeaderOfHosts,
];
