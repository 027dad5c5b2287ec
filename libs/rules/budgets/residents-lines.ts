import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** What becomes of a residents' project that a budget does not hold in full. */
export const PROJECT_FATES = ['postponed', 'reduced', 'cancelled'] as const;

export type ProjectFate = (typeof PROJECT_FATES)[number];

/** A project that residents chose, with the cost they voted on. */
export interface ChosenProject {
  readonly projectId: string;
  readonly costTiyn: Tiyn;
}

/** What the body says about a project that it holds no full line for. */
export interface FateNote {
  readonly projectId: string;
  readonly fate: ProjectFate;
  readonly reason: OfficialText;
}

/** A project whose line is not there or is smaller than its cost. */
export interface ProjectDifference {
  readonly projectId: string;
  readonly costTiyn: Tiyn;
  readonly heldTiyn: Tiyn;
  readonly note: FateNote | null;
}

/** The difference box: "residents chose X for so much; the budget holds Y for so much". */
export interface ResidentsDifference {
  readonly chosen: { readonly projects: number; readonly tiyn: Tiyn };
  readonly held: { readonly projects: number; readonly tiyn: Tiyn };
  readonly differences: readonly ProjectDifference[];
}

/**
 * What residents chose against what a budget holds.
 *
 * @param heldTiyn the line of each project in the budget
 * @law PR p. 84 (estimates of winners go into the next year's requests)
 */
export function residentsDifference(
  chosen: readonly ChosenProject[],
  heldTiyn: ReadonlyMap<string, Tiyn>,
  notes: readonly FateNote[],
): ResidentsDifference {
  const held = chosen.filter(({ projectId }) => (heldTiyn.get(projectId) ?? 0n) > 0n);
  const heldOf = ({ projectId }: ChosenProject): Tiyn => heldTiyn.get(projectId) ?? 0n;
  return {
    chosen: { projects: chosen.length, tiyn: sumOf(chosen.map(({ costTiyn }) => costTiyn)) },
    held: { projects: held.length, tiyn: sumOf(held.map(heldOf)) },
    differences: chosen
      .filter((project) => heldOf(project) < project.costTiyn)
      .map((project) => ({
        projectId: project.projectId,
        costTiyn: project.costTiyn,
        heldTiyn: heldOf(project),
        note: notes.find(({ projectId }) => projectId === project.projectId) ?? null,
      })),
  };
}

/**
 * Faults of a refinement during the year that takes money from residents' projects: each of them is
 * told what becomes of it, with a reason in both languages.
 *
 * @example assessFates([{ projectId: 'p1', … }], []) // → [{ code: 'budget.fate_missing', … }]
 */
export function assessFates(
  differences: readonly Pick<ProjectDifference, 'projectId' | 'heldTiyn'>[],
  notes: readonly FateNote[],
): readonly Fault[] {
  return differences.flatMap(({ projectId, heldTiyn }) => {
    const note = notes.find((one) => one.projectId === projectId);
    const code = fateCode(note, heldTiyn);
    return code === null ? [] : [{ code, field: 'fates', details: { projectId } }];
  });
}

function fateCode(note: FateNote | undefined, heldTiyn: Tiyn): string | null {
  if (note === undefined) return 'budget.fate_missing';
  if (missingLanguages(note.reason).length > 0) return 'budget.fate_reason_missing';
  const isReduced = note.fate === 'reduced';
  return isReduced === heldTiyn > 0n ? null : 'budget.fate_impossible';
}

function sumOf(amounts: readonly Tiyn[]): Tiyn {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
