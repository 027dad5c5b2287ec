import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { WorksRow } from './works-row.js';

/** The money of a project as the maslikhat adopted it; sums are tiyn as text. */
export interface ExportedBudget {
  readonly id: string;
  readonly year: number;
  readonly amountTiyn: string;
  readonly submittedOn: CivilDate | null;
  readonly adoptedOn: CivilDate | null;
  readonly decisionId: string | null;
  readonly decisionNumber: string | null;
}

/** What an export tells of a winning project beside its works. */
export interface ExportedFacts {
  readonly title: OfficialText;
  readonly problem: string;
  readonly idea: string;
  readonly category: string | null;
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kato: string;
  readonly territoryName: OfficialText;
  readonly publishedAt: string;
  /** The last act on the project. */
  readonly updatedAt: string;
  readonly budget: ExportedBudget | null;
}

export interface ExportedWorksRow {
  readonly works: WorksRow;
  readonly facts: ExportedFacts;
}
