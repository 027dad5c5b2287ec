import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { parseTenge, type Tiyn } from '#rules/kernel/money.js';
import type {
  Coordinates,
  ProposalFields,
} from '#features/participation/proposals/proposal-fields.js';
import { isLang } from '#platform/views/lang.js';
import type { FormFields } from '../_frame/form-fields.js';

/** Pages of the form, one after another. */
export const QUESTIONS = [
  'category',
  'place',
  'idea',
  'similar',
  'cost',
  'photos',
  'documents',
  'coauthors',
  'contact',
] as const;

export type QuestionName = (typeof QUESTIONS)[number];

/** A page whose form is sent as text. */
export interface Question {
  /** Names of the fields as they stand on the page. */
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly read: (form: FormFields) => ProposalFields;
}

export const WRITTEN_QUESTIONS: Readonly<Partial<Record<QuestionName, Question>>> = {
  category: {
    fields: ['category'],
    required: ['category'],
    read: (form) => ({ category: form.text('category') || null }),
  },
  place: {
    fields: ['territory', 'address', 'coordinates'],
    required: ['territory', 'address'],
    read: (form) => ({
      territory: form.text('territory') || null,
      address: form.text('address'),
      coordinates: coordinatesIn(form.text('coordinates')),
    }),
  },
  idea: {
    fields: ['language', 'title', 'problem', 'idea', 'beneficiaries'],
    required: ['title', 'problem', 'idea'],
    read: (form) => ({
      ...(isLang(form.text('language')) ? { language: form.text('language') } : {}),
      title: form.text('title').replaceAll('\n', ' '),
      problem: form.text('problem'),
      idea: form.text('idea'),
      beneficiaries: form.text('beneficiaries'),
    }),
  },
  cost: {
    fields: ['cost'],
    required: ['cost'],
    read: (form) => ({ costTiyn: sumIn(form.text('cost')) }),
  },
  coauthors: {
    fields: ['coauthors'],
    required: [],
    read: (form) => ({ coauthors: linesIn(form.text('coauthors')) }),
  },
  contact: {
    fields: ['contact'],
    required: [],
    read: (form) => ({ contact: form.text('contact') }),
  },
};

/** The page after this one; the check of all answers after the last. */
export function questionAfter(name: QuestionName): QuestionName | 'check' {
  return QUESTIONS[QUESTIONS.indexOf(name) + 1] ?? 'check';
}

export function isQuestion(name: string): name is QuestionName {
  return (QUESTIONS as readonly string[]).includes(name);
}

/** Names what is still empty on a page that the author wants to leave behind. */
export function assertAnswered(question: Question, form: FormFields): void {
  const faults = question.required
    .filter((field) => form.text(field) === '')
    .map((field): Fault => ({ code: `proposal.${field}_missing`, field }));
  if (faults.length > 0) throw new DomainError('rule-violated', 'proposal.incomplete', { faults });
}

/**
 * Latitude and longitude as maps give them to be copied, with points or commas.
 *
 * @example coordinatesIn('43,2381 76,9452') // → { latitude: 43.2381, longitude: 76.9452 }
 */
export function coordinatesIn(text: string): Coordinates | null {
  if (text === '') return null;
  const [latitude, longitude, ...rest] = (text.match(/-?\d+(?:[.,]\d+)?/g) ?? []).map((number) =>
    Number(number.replace(',', '.')),
  );
  const isPair = latitude !== undefined && longitude !== undefined && rest.length === 0;
  return isPair ? { latitude, longitude } : { latitude: Number.NaN, longitude: Number.NaN };
}

/**
 * A sum as people write it: with spaces, a comma, the sign of the tenge.
 *
 * @throws DomainError rule-violated with the fault at the field
 */
function sumIn(text: string): Tiyn | null {
  if (text === '') return null;
  const bare = text.replaceAll(/[\s₸]/g, '').replace(',', '.');
  const sum = parseTenge(bare);
  if (sum !== null) return sum;
  const faults: Fault[] = [{ code: 'form.not_a_sum', field: 'cost' }];
  throw new DomainError('rule-violated', 'proposal.invalid', { faults });
}

function linesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').slice(0, MOST_COAUTHORS);
}

const MOST_COAUTHORS = 30;
