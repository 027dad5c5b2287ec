import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Long work for a thread of its own, so that pages are answered meanwhile. */
export interface ThreadWork {
  /** The module that does it: takes `workerData`, posts what it finds, and ends. */
  readonly script: URL;
  /** Plain values alone: they are copied. */
  readonly task: unknown;
  /** After so long it is stopped wherever it is. */
  readonly limitMs: number;
  /** Stops it sooner. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a module in a thread and hands over what it posts, piece by piece: what came before a stop
 * is kept.
 *
 * @returns whether it came to its end; rejects with what the thread threw
 */
export async function inThread<Piece>(
  { script, task, limitMs, signal }: ThreadWork,
  take: (piece: Piece) => void,
): Promise<boolean> {
  const worker = new Worker(script, { workerData: task });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    void worker.terminate();
  };
  const limit = setTimeout(stop, limitMs);
  signal?.addEventListener('abort', stop);
  worker.on('message', take);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', stop);
  }
  return !stopped;
}

const BUILT = 'dist/';

/**
 * Where a script beside its caller lies as built. Node runs no TypeScript in a thread, so code that
 * runs from its source (tests do) takes the last build.
 *
 * @example builtScript(import.meta.url, './tally-thread.js')
 */
export function builtScript(caller: string, path: string): URL {
  const script = new URL(path, caller);
  if (!caller.endsWith('.ts')) return script;
  const root = new URL('../../../', import.meta.url);
  const inside = fileURLToPath(script).slice(fileURLToPath(root).length);
  return new URL(`${BUILT}${inside}`, root);
}
