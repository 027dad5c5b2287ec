import type { ChoiceChange } from '#features/participation/ballots/ballot-draft.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { FormFields } from '../_frame/form-fields.js';

const ACTS = { yes: 'choose', no: 'drop', up: 'raise', down: 'lower' } as const;
const WHOLE = /^\d{1,4}$/;

/** What a person did on the card of a project. */
export function changeIn(fields: FormFields, rule: BallotRule): ChoiceChange {
  const project = fields.text('project').slice(0, 64);
  const pressed = fields.text('chosen');
  if (isAct(pressed)) return { act: ACTS[pressed], project };
  return { act: 'give-points', project, points: pointsIn(fields.text('points'), rule) };
}

function isAct(value: string): value is keyof typeof ACTS {
  return Object.hasOwn(ACTS, value);
}

/** Null takes the choice back: an empty field, and a 0 where points are shared out. */
function pointsIn(text: string, rule: BallotRule): number | null {
  const bare = text.replace(/\s/g, '');
  if (bare === '' || (rule.kind === 'cumulative' && /^0+$/.test(bare))) return null;
  if (WHOLE.test(bare)) return Number(bare);
  throw new DomainError('rule-violated', 'ballot.points_not_whole');
}
