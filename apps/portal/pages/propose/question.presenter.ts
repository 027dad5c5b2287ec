import { formatTenge } from '#rules/kernel/money.js';
import { MOST_FILES } from '#rules/participation/proposal-files.js';
import { requirementsOf } from '#features/participation/proposals/proposal-assessment.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { LANGS } from '#platform/views/lang.js';
import type { Wording } from '#platform/views/wording.js';
import { presentPhoto } from '../projects/files.presenter.js';
import { presentPots } from '../projects/filters.presenter.js';
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
  return {
    title: say.t(`proposals.questions.${name}`),
    back: fromCheck ? `${path}/check` : path,
    action: `${path}/${name}`,
    keep: `/${say.lang}${path}/${name}/keep`,
    from: fromCheck ? 'check' : undefined,
    values,
    ...presentChoices(round, say),
    ...presentFiles(proposal),
    cost: presentCost(proposal, round.costCapTiyn, say),
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

function presentChoices(round: RoundRow, say: Wording) {
  const { maxLength, categories } = requirementsOf(round);
  return {
    maxLength,
    categories: categories.map((value) => ({
      value,
      text: say.t(`categories.${value}`),
      hint: say.t(`proposals.examples.${value}`),
    })),
    pots: presentPots(round.pots, say),
    languages: LANGS.map((value) => ({ value, text: say.t(`proposals.languages.${value}`) })),
  };
}

function presentFiles({ files }: ProposalRow) {
  const photos = files.filter(({ kind }) => kind === 'photo');
  const documents = files.filter(({ kind }) => kind === 'document');
  return {
    photos: photos.map((file) => ({ ...presentPhoto(file), id: file.id })),
    documents: documents.map(({ id, shownName }) => ({ id, text: shownName })),
    room: {
      photos: photos.length < MOST_FILES.photo,
      documents: documents.length < MOST_FILES.document,
    },
    most: MOST_FILES,
  };
}

function presentCost({ costTiyn }: ProposalRow, capTiyn: bigint | null, say: Wording) {
  if (capTiyn === null) return {};
  const cap = { cap: say.money(capTiyn), max: formatTenge(capTiyn) };
  if (costTiyn === null) return cap;
  const left = capTiyn - costTiyn;
  return { ...cap, now: formatTenge(costTiyn), sum: say.money(costTiyn), left: say.money(left) };
}
