import { HASH_BYTES, type Hash } from './merkle-hash.js';

/** What the log commits to at a moment: so many leaves under this root. */
export interface Checkpoint {
  /** Name of the log, unique in the world: an address without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Lines of our own, such as the moment; never empty ones. */
  readonly extensions: readonly string[];
}

const SIZE = /^(0|[1-9]\d{0,15})$/;

/**
 * A checkpoint as the text that is signed.
 *
 * C2SP tlog-checkpoint.
 *
 * @example checkpointText({ origin: 'example.kz/log', size: 0, root, extensions: [] })
 * // → 'example.kz/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), root.toString('base64'), ...extensions, ''].join('\n');
}

/** Reads such a text; null for anything else. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root, ...rest] = text.split('\n');
  if (!origin || !size || !root || rest.at(-1) !== '') return null;
  const extensions = rest.slice(0, -1);
  const hash = Buffer.from(root, 'base64');
  const faithful = hash.length === HASH_BYTES && hash.toString('base64') === root;
  if (!SIZE.test(size) || !faithful || extensions.includes('')) return null;
  return { origin, size: Number(size), root: hash, extensions };
}
