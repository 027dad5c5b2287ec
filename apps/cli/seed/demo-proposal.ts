import type { ProjectCategory } from '#rules/rulebook/project-categories.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { DrawingName } from './demo-drawings.js';

/** An invented proposal as its author writes it, and what becomes of it. */
export interface DemoProposal {
  /** Place of the author among the residents of a unit, from 0. */
  readonly author: readonly [territory: string, place: number];
  readonly pot: string;
  readonly language: 'kk' | 'ru';
  readonly category: ProjectCategory;
  readonly title: OfficialText;
  readonly address: string;
  readonly at: readonly [latitude: number, longitude: number];
  readonly problem: string;
  readonly idea: string;
  readonly beneficiaries: string;
  readonly costTenge: number;
  /** What the engineer finds; without it the author's sum. */
  readonly checkedTenge?: number;
  /** Projects of one group cannot be built together. */
  readonly group?: string;
  readonly photo?: { readonly drawing: DrawingName; readonly text: string };
  /** How many residents of each unit choose it. */
  readonly votes?: Readonly<Record<string, number>>;
  /** Why its author takes it back. */
  readonly withdrawnFor?: string;
}
