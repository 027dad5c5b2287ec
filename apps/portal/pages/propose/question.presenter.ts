import { formatTenge } from '#rules/kernel/money.js';
import { MOST_FILES } from '#rules/participation/proposal-files.js';
import { requirementsOf } from '#features/participation/proposals/proposal-assessment.js';
import type {
  ProposalFileRow,
  ProposalRow,
} from '#features/participation/proposals/proposal-row.js';
import { LANGS } from '#platform/views/lang.js';
import type { Wording } from '#platform/views/wording.js';
import { presentPhoto } from '../projects/files.presenter.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { OwnDraft } from './own-draft.js';
import type { QuestionName } from './questions.js';

export interface AskedQuestion {
  readonly name: QuestionName;
  /** As they stand in the fields: stored, or typed and refused. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly fromCheck: boolean;
}

/** One page of the form. */
export function presentQuestion(
  { proposal, round }: OwnDraft,
  { name, values, fromCheck }: AskedQuestion,
  say: Wording,
) {
  const path = `/propose/${proposal.id}`;
  const { maxLength, categories, capTiyn } = requirementsOf(round);
  return {
    title: say.t(`proposals.questions.${name}`),
    back: fromCheck ? `${path}/check` : path,
    action: `${path}/${name}`,
    keep: `/${say.lang}${path}/${name}/keep`,
    from: fromCheck ? 'check' : undefined,
    values,
    maxLength,
    categories: categories.map((value) => ({
      value,
      text: say.t(`categories.${value}`),
      hint: say.t(`proposals.examples.${value}`),
    })),
    pots: round.pots.map(({ territory, name }) => ({
      value: territory,
      text: say.official(name).text,
    })),
    languages: LANGS.map((value) => ({ value, text: say.t(`proposals.languages.${value}`) })),
    cost: presentCost(proposal, capTiyn, say),
    photos: filesOf(proposal, 'photo').map((file) => ({ ...presentPhoto(file), id: file.id })),
    documents: filesOf(proposal, 'document').map(({ id, shownName }) => ({ id, text: shownName })),
    room: {
      photos: filesOf(proposal, 'photo').length < MOST_FILES.photo,
      documents: filesOf(proposal, 'document').length < MOST_FILES.document,
    },
    most: MOST_FILES,
    author: proposal.authorName,
  };
}

/** The stored answers as they stand in the fields. */
export function valuesOf(proposal: ProposalRow): Readonly<Record<string, unknown>> {
  const { category, territory, address, coordinates, language, contact } = proposal;
  const { title, problem, idea, beneficiaries, costTiyn, coauthors } = proposal;
  return {
    category,
    territory,
    address,
    language,
    title,
    problem,
    idea,
    beneficiaries,
    contact,
    coordinates: coordinates && `${coordinates.latitude}, ${coordinates.longitude}`,
    cost: costTiyn === null ? '' : formatTenge(costTiyn),
    coauthors: coauthors.join('\n'),
  };
}

/** What was typed, to be shown again. */
export function typedIn(form: FormFields, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, form.text(field)]));
}

function presentCost({ costTiyn }: ProposalRow, capTiyn: bigint | null, say: Wording) {
  if (capTiyn === null) return {};
  const cap = { cap: say.money(capTiyn), max: formatTenge(capTiyn) };
  if (costTiyn === null) return cap;
  const left = capTiyn - costTiyn;
  return { ...cap, now: formatTenge(costTiyn), sum: say.money(costTiyn), left: say.money(left) };
}

function filesOf(proposal: ProposalRow, kind: ProposalFileRow['kind']): ProposalFileRow[] {
  return proposal.files.filter((file) => file.kind === kind);
}
