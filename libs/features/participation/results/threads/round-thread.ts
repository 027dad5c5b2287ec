import { parentPort, workerData } from 'node:worker_threads';
import { studyRound } from '../study-round.js';
import { tallyRound } from '../tally-round.js';
import { trialRound } from '../trial-round.js';
import type { RoundTask } from './round-threads.js';

const post = (piece: unknown): void => parentPort?.postMessage(piece);

const task = workerData as RoundTask;
if (task.kind === 'study') studyRound(task.matter, post);
else post(task.kind === 'tally' ? await tallyRound(task.matter) : trialRound(task.matter));
