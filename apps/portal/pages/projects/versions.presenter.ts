import { diffWordsWithSpace } from 'diff';
import { parseTenge } from '#rules/kernel/money.js';
import type { ProposalVersionRow } from '#features/participation/proposals/proposal.reader.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { VersionFields } from '#features/participation/proposals/version-fields.js';
import type { Wording } from '#platform/views/wording.js';
import { langOf, titleOf } from './title.js';

const TEXTS = ['title', 'problem', 'idea', 'beneficiaries', 'address'] as const;
const PATIENCE_MS = 300;

interface Change {
  readonly key: string;
  readonly parts: readonly DiffPart[];
}

interface DiffPart {
  readonly text: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Every submitted text beside the one before it: what changed, when, and who did it. */
export function presentVersions(
  project: ProposalRow,
  versions: readonly ProposalVersionRow[],
  say: Wording,
) {
  const title = titleOf(project, say);
  return {
    heading: say.t('projects.versions.title'),
    project: title.text,
    crumbs: [
      { text: say.official(project.roundTitle).text, path: `/rounds/${project.roundId}` },
      { text: title.text, path: `/projects/${project.number}` },
      { text: say.t('projects.versions.title') },
    ],
    versions: versions
      .map((version, place) => presentVersion(version, versions[place - 1], say))
      .toReversed(),
  };
}

function presentVersion(
  { version, at, byOfficer, reason, fields }: ProposalVersionRow,
  before: ProposalVersionRow | undefined,
  say: Wording,
) {
  return {
    name: say.t('projects.versions.one', { version: String(version) }),
    at: say.dateTime(at),
    who: say.t(byOfficer ? 'projects.versions.byOfficer' : 'projects.versions.byAuthor'),
    byOfficer,
    reason,
    lang: langOf(fields.language),
    first: before === undefined,
    changes: before ? changesBetween(before.fields, fields, say) : [],
  };
}

function changesBetween(before: VersionFields, after: VersionFields, say: Wording): Change[] {
  const texts = TEXTS.filter((name) => before[name] !== after[name]).map((name) => ({
    key: say.t(`proposals.fields.${name}`),
    parts: wordsBetween(before[name], after[name]),
  }));
  const facts = FACTS.map(([name, tell]) => [name, tell(before, say), tell(after, say)] as const)
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => ({
      key: say.t(`proposals.fields.${name}`),
      parts: replaced(was, is),
    }));
  return [...texts, ...facts];
}

/** Facts that are told whole: the old one struck out, the new one beside it. */
const FACTS: readonly (readonly [string, (fields: VersionFields, say: Wording) => string])[] = [
  ['category', ({ category }, say) => (category ? say.t(`categories.${category}`) : '')],
  ['territory', ({ territory }) => territory ?? ''],
  [
    'coordinates',
    ({ latitude, longitude }) => [latitude, longitude].filter((n) => n !== null).join(', '),
  ],
  ['cost', ({ cost }, say) => (cost === null ? '' : say.money(parseTenge(cost) ?? 0n))],
  ['coauthors', ({ coauthors }, say) => say.number(coauthors)],
  ['photos', ({ files }) => namesOf(files, 'photo')],
  ['documents', ({ files }) => namesOf(files, 'document')],
];

function namesOf(files: VersionFields['files'], kind: string): string {
  return files
    .filter((file) => file.kind === kind)
    .map(({ name, digest }) => `${name} (${digest.slice(0, 8)})`)
    .join(', ');
}

/** Texts that differ too much to be compared in time are told whole. */
function wordsBetween(before: string, after: string): DiffPart[] {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE_MS });
  if (!parts) return replaced(before, after);
  return parts.map(({ value, added, removed }) => ({ text: value, added, removed }));
}

function replaced(before: string, after: string): DiffPart[] {
  const parts = [{ text: before, removed: true }, { text: ' ' }, { text: after, added: true }];
  return parts.filter(({ text }) => text !== '');
}
