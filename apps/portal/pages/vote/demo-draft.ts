import type { BallotDraft } from '#features/participation/ballots/ballot-draft.js';
import { newSeed } from '#features/participation/ballots/start-ballot-draft.js';
import type { BallotPaper } from '#rules/participation/ballot.js';
import { LARGEST_SEED } from '#rules/participation/seeded-shuffle.js';
import { readChoices, writeChoices } from './choices-text.js';

const DRAFT = /^(\d{1,10})!(\d{9})?!([\d.~]*)$/;

/**
 * A demo ballot as a text that its pages pass on to one another: nothing of it is stored.
 *
 * @example writeDemoDraft({ seed: 4821, district: null, choices }, paper) // → '4821!!17.3'
 */
export function writeDemoDraft(
  { seed, district, choices }: BallotDraft,
  paper: BallotPaper,
): string {
  return `${seed}!${district ?? ''}!${writeChoices(choices, paper)}`;
}

/** Reads a demo ballot; anything else begins a new one. */
export function readDemoDraft(text: string, paper: BallotPaper): BallotDraft {
  const [, seed = '', district, choices = ''] = DRAFT.exec(text) ?? [];
  const chosen = readChoices(choices, paper);
  if (seed === '' || Number(seed) > LARGEST_SEED || !chosen)
    return { seed: newSeed(), district: null, choices: [] };
  return { seed: Number(seed), district: district ?? null, choices: chosen };
}
