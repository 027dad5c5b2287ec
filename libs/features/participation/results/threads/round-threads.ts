import { builtScript, inThread, type ThreadWork } from '#platform/threads/in-thread.js';
import type { PreparedTally } from '../prepared-tally.js';
import type { StudyMatter, StudyPiece } from '../study-round.js';
import type { TallyMatter } from '../tally-round.js';
import type { Trial, TrialMatter } from '../trial-round.js';

/** What a thread of a round may be asked for. */
export type RoundTask =
  | { readonly kind: 'tally'; readonly matter: TallyMatter }
  | { readonly kind: 'study'; readonly matter: StudyMatter }
  | { readonly kind: 'trial'; readonly matter: TrialMatter };

/** A count is never given up for its length within a day. */
const TALLY_LIMIT_MS = 86_400_000;
const STUDY_LIMIT_MS = 300_000;
const TRIAL_LIMIT_MS = 20_000;

export async function tallyInThread(matter: TallyMatter): Promise<PreparedTally> {
  const limits = { limitMs: TALLY_LIMIT_MS };
  const tally = await single<PreparedTally>({ kind: 'tally', matter }, limits);
  if (!tally) throw new Error('The count did not end within a day');
  const files = tally.files.map(({ territory, digest, gzipped }) => ({
    territory,
    digest: Buffer.from(digest),
    gzipped: Buffer.from(gzipped),
  }));
  return { ...tally, files };
}

/** Hands over each finding as it comes. @returns whether nothing was left out for lack of time */
export function studyInThread(
  matter: StudyMatter,
  take: (piece: StudyPiece) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const limits = { limitMs: STUDY_LIMIT_MS, ...(signal && { signal }) };
  return run({ kind: 'study', matter }, limits, take);
}

/** @returns null where the trial would take too long */
export function trialInThread(matter: TrialMatter): Promise<Trial | null> {
  return single<Trial>({ kind: 'trial', matter }, { limitMs: TRIAL_LIMIT_MS });
}

type Limits = Pick<ThreadWork, 'limitMs' | 'signal'>;

async function single<Answer>(task: RoundTask, limits: Limits): Promise<Answer | null> {
  let answer: Answer | null = null;
  await run<Answer>(task, limits, (piece) => (answer = piece));
  return answer;
}

function run<Piece>(
  task: RoundTask,
  limits: Limits,
  take: (piece: Piece) => void,
): Promise<boolean> {
  const script = builtScript(import.meta.url, './round-thread.js');
  return inThread({ script, task, ...limits }, take);
}
