import type { Fault } from '#rules/kernel/domain-error.js';
import { assessProposal } from '#rules/participation/proposal-requirements.js';
import { requirementsOf } from '#features/participation/proposals/proposal-assessment.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { OwnDraft } from './own-draft.js';
import { QUESTIONS, type QuestionName, WRITTEN_QUESTIONS } from './questions.js';

export type TaskState = 'done' | 'started' | 'not-started' | 'to-correct';

/** How far one page of the form is. */
export interface Task {
  readonly question: QuestionName;
  readonly state: TaskState;
}

/** All that keeps a proposal from being submitted now. */
export function faultsOfDraft({ proposal, round }: OwnDraft): readonly Fault[] {
  const { title, category, problem, idea, costTiyn, territory, address, coordinates } = proposal;
  const place = {
    territory,
    address,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
  };
  const photos = proposal.files.filter(({ kind }) => kind === 'photo').length;
  const draft = { title, category, place, problem, idea, costTiyn, photos };
  return assessProposal(draft, requirementsOf(round));
}

/** Every page with its state; `remarked` are the fields that an officer asks to correct. */
export function tasksOf(draft: OwnDraft, remarked: readonly string[]): readonly Task[] {
  const faulty = new Set(faultsOfDraft(draft).map(({ field }) => field));
  return QUESTIONS.filter((name) => name !== 'similar').map((question) => {
    const fields = WRITTEN_QUESTIONS[question]?.fields ?? [question];
    const isRemarked = fields.some((field) => remarked.includes(field));
    if (isRemarked) return { question, state: 'to-correct' };
    const isEmpty = !HAS_ANSWER[question](draft.proposal);
    if (isEmpty) return { question, state: 'not-started' };
    return { question, state: fields.some((field) => faulty.has(field)) ? 'started' : 'done' };
  });
}

/** The page on which a fault is mended. */
export function questionOf(field: string): QuestionName {
  const found = QUESTIONS.find((name) => WRITTEN_QUESTIONS[name]?.fields.includes(field));
  return found ?? (field === 'documents' ? 'documents' : 'photos');
}

const HAS_ANSWER: Readonly<Record<QuestionName, (proposal: ProposalRow) => boolean>> = {
  category: ({ category }) => category !== null,
  place: ({ address, coordinates }) => address !== '' || coordinates !== null,
  idea: ({ title, problem, idea }) => [title, problem, idea].some((text) => text !== ''),
  similar: () => true,
  cost: ({ costTiyn }) => costTiyn !== null,
  photos: ({ files }) => files.some(({ kind }) => kind === 'photo'),
  documents: ({ files }) => files.some(({ kind }) => kind === 'document'),
  coauthors: ({ coauthors }) => coauthors.length > 0,
  contact: ({ contact }) => contact !== '',
};
