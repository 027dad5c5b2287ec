import type {
  CheckpointRow,
  LeafRow,
  Proof,
  SealedLeaf,
} from '#features/proof/ledger/ledger.reader.js';
import { withOffset } from '../with-offset.js';

export interface LeafView {
  readonly index: number;
  readonly hash: string;
  readonly content: string;
}

export interface CheckpointView {
  readonly size: number;
  readonly root: string;
  readonly signedAt: string;
  readonly note: string;
}

export interface SealedView extends LeafView {
  readonly checkpoint: string;
  readonly size: number;
  readonly root: string;
  readonly hashes: readonly string[];
}

/** Hashes are hexadecimal in answers; in the note they stand as the note's format has them. */
export function presentLeaf({ index, hash, content }: LeafRow): LeafView {
  return { index, hash: hash.toString('hex'), content };
}

export function presentCheckpoint({ size, root, signedAt, note }: CheckpointRow): CheckpointView {
  return { size, root: root.toString('hex'), signedAt: withOffset(signedAt), note };
}

export function presentHashes({ hashes }: Pick<Proof, 'hashes'>): readonly string[] {
  return hashes.map((hash) => hash.toString('hex'));
}

/** All that a verifier needs to see that an entry stands in the log. */
export function presentSealed(sealed: SealedLeaf): SealedView {
  const { size, root, note } = sealed.checkpoint;
  return {
    ...presentLeaf(sealed.leaf),
    size,
    root: root.toString('hex'),
    hashes: presentHashes(sealed),
    checkpoint: note,
  };
}
