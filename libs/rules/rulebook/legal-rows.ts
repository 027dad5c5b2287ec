import { ASSEMBLY_CONVENING_ROWS, type AssemblyConveningValues } from './assembly-convening.js';
import { AKIM_DISMISSAL_ROWS, type AkimDismissalValues } from './assembly-dismissal.js';
import { ASSEMBLY_MINUTES_ROWS, type AssemblyMinutesValues } from './assembly-minutes.js';
import { ASSEMBLY_QUESTION_ROWS, type AssemblyQuestionValues } from './assembly-questions.js';
import { ASSEMBLY_QUORUM_ROWS, type AssemblyQuorumValues } from './assembly-quorum.js';
import { ASSEMBLY_SIZE_ROWS, type AssemblySizeValues } from './assembly-size.js';
import { BUDGET_CALENDAR_ROWS, type BudgetCalendarValues } from './budget-calendar.js';
import { COST_CAP_ROWS, type CostCapValues } from './cost-caps.js';
import { COUNCIL_PROCEDURE_ROWS, type CouncilProcedureValues } from './council-procedure.js';
import { GROUP_07_FLOOR_ROWS, type Group07FloorValues } from './group-07-floor.js';
import type { LegalRow } from './legal-value.js';
import { MASLIKHAT_ROWS, type MaslikhatValues } from './maslikhat.js';
import { MASLIKHAT_SESSION_ROWS, type MaslikhatSessionValues } from './maslikhat-sessions.js';
import { MCI_ROWS, type MciValues } from './mci.js';
import { MINIMUM_VOTES_ROWS, type MinimumVotesValues } from './minimum-votes.js';
import {
  PARTICIPATION_DEFAULT_ROWS,
  type ParticipationDefaultValues,
} from './participation-defaults.js';
import {
  PARTICIPATION_PEOPLE_ROWS,
  type ParticipationPeopleValues,
} from './participation-people.js';
import {
  PARTICIPATION_WINDOW_ROWS,
  type ParticipationWindowValues,
} from './participation-windows.js';
import { PERSONAL_DATA_ROWS, type PersonalDataValues } from './personal-data.js';
import { PETITION_SUBJECT_ROWS, type PetitionSubjectValues } from './petition-subjects.js';
import { PETITION_TERM_ROWS, type PetitionTermValues } from './petition-terms.js';
import { PETITION_THRESHOLD_ROWS, type PetitionThresholdValues } from './petition-thresholds.js';
import { PRESSURE_REPORT_ROWS, type PressureReportValues } from './pressure-reports.js';
import { PROGRESS_REPORT_ROWS, type ProgressReportValues } from './progress-reports.js';
import { PROJECT_CATEGORY_ROWS, type ProjectCategoryValues } from './project-categories.js';

/** Every key of the rulebook with the type of its value: a mistyped key does not compile. */
export interface LegalValues
  extends
    MciValues,
    CostCapValues,
    Group07FloorValues,
    MinimumVotesValues,
    ParticipationWindowValues,
    ParticipationPeopleValues,
    ParticipationDefaultValues,
    CouncilProcedureValues,
    MaslikhatValues,
    PressureReportValues,
    ProgressReportValues,
    ProjectCategoryValues,
    PersonalDataValues,
    PetitionThresholdValues,
    PetitionTermValues,
    PetitionSubjectValues,
    AssemblySizeValues,
    AssemblyConveningValues,
    AssemblyQuorumValues,
    AssemblyQuestionValues,
    AssemblyMinutesValues,
    AkimDismissalValues,
    BudgetCalendarValues,
    MaslikhatSessionValues {}

export type LegalKey = keyof LegalValues;

/** A row of any key. */
export type AnyLegalRow = LegalRow<LegalKey, LegalValues[LegalKey]>;

/** The whole rulebook, theme by theme and in time: what the public page of legal values lists. */
export const LEGAL_ROWS: readonly AnyLegalRow[] = [
  ...MCI_ROWS,
  ...PARTICIPATION_WINDOW_ROWS,
  ...PARTICIPATION_PEOPLE_ROWS,
  ...PROJECT_CATEGORY_ROWS,
  ...GROUP_07_FLOOR_ROWS,
  ...COST_CAP_ROWS,
  ...MINIMUM_VOTES_ROWS,
  ...PRESSURE_REPORT_ROWS,
  ...PROGRESS_REPORT_ROWS,
  ...PARTICIPATION_DEFAULT_ROWS,
  ...COUNCIL_PROCEDURE_ROWS,
  ...MASLIKHAT_ROWS,
  ...PETITION_THRESHOLD_ROWS,
  ...PETITION_TERM_ROWS,
  ...PETITION_SUBJECT_ROWS,
  ...ASSEMBLY_SIZE_ROWS,
  ...ASSEMBLY_CONVENING_ROWS,
  ...ASSEMBLY_QUORUM_ROWS,
  ...ASSEMBLY_QUESTION_ROWS,
  ...ASSEMBLY_MINUTES_ROWS,
  ...AKIM_DISMISSAL_ROWS,
  ...BUDGET_CALENDAR_ROWS,
  ...MASLIKHAT_SESSION_ROWS,
  ...PERSONAL_DATA_ROWS,
];
