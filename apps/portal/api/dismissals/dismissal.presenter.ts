import type {
  DismissalActRow,
  DismissalRow,
  ListedDismissalRow,
} from '#features/budget/dismissals/dismissal-row.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import { dismissalStepOf } from '#rules/assemblies/dismissal-step.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

/** A dismissal in a list, for programs. */
export function presentListedDismissal(row: ListedDismissalRow) {
  const { id, ground, state, raisedOn, since, stepBy, today } = row;
  return {
    id,
    territory: { kato: row.territory, name: row.territoryName },
    maslikhat: { kato: row.maslikhat, name: row.maslikhatName },
    ground,
    state,
    raisedOn,
    since,
    next: { who: dismissalStepOf(state, since)?.who ?? null, by: stepBy },
    isOverdue: stepBy !== null && stepBy < today,
  };
}

/** A dismissal with every act, for programs. */
export function presentDismissal(row: DismissalRow) {
  const { akim, repeats, minutes, deputies, acts, today } = row;
  return {
    ...presentListedDismissal(row),
    akim,
    repeats,
    minutes: minutes?.isPublic ? { id: minutes.id, number: minutes.number } : null,
    deputies: { inOffice: deputies, needed: deputiesNeededOn(today, deputies) },
    acts: acts.map(presentAct),
  };
}

export type DismissalView = ReturnType<typeof presentDismissal>;

function presentAct({ enclosures, number: _number, stepBy, ...act }: DismissalActRow) {
  return { ...act, nextBy: stepBy, enclosures: enclosures.map(presentEnclosure) };
}
