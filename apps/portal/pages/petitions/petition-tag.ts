import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS: Readonly<Record<PetitionState, string>> = {
  draft: 'grey',
  'under-check': 'yellow',
  open: 'green',
  'awaiting-answer': 'orange',
  answered: 'teal',
  forwarded: 'purple',
  refused: 'red',
  withdrawn: 'grey',
};

export function petitionTag(state: PetitionState, say: Wording) {
  return { text: say.t(`petitions.states.${state}`), colour: COLOURS[state] };
}
