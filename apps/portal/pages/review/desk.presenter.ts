import {
  isFinalState,
  possibleActs,
  type ProposalAct,
} from '#rules/participation/proposal-lifecycle.js';
import type { ActRow, ReviewCard } from '#features/participation/expert-review/review-card.js';
import { canSeeAll } from '#features/participation/proposals/proposal.policy.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { fileUrl } from '../../api/proposals/proposal.presenter.js';
import { stateTag } from './evaluation.presenter.js';
import { byWhom } from './refusal.presenter.js';
import { personName } from '../_frame/person-name.js';

/** What the desk shows of the proposal itself, for `review/_proposal`. */
export function presentProposalForDesk(
  row: ProposalRow,
  person: SignedIn | undefined,
  say: Wording,
) {
  return {
    id: row.id,
    label: say.t('common.number', { number: row.number ?? '' }),
    title: row.title,
    language: row.language,
    tag: stateTag(row.state, say),
    rows: rowsOf(row, person, say),
    texts: (['problem', 'idea', 'beneficiaries'] as const).flatMap((name) =>
      row[name] === '' ? [] : [{ heading: say.t(`review.desk.${name}`), text: row[name] }],
    ),
    photos: filesOf(row, 'photo').map((file) => ({
      src: fileUrl(file.storedName),
      small: fileUrl(smallNameOf(file.storedName)),
      alt: file.alternativeText,
      ...(file.width === null ? {} : { width: file.width, height: file.height }),
    })),
    documents: filesOf(row, 'document').map((file) => ({
      src: fileUrl(file.storedName),
      text: file.shownName,
    })),
  };
}

/** The acts that the state allows, as doors of the desk; the lifecycle decides, not the template. */
export function presentActs(card: ReviewCard, person: SignedIn | undefined, say: Wording) {
  const possible = possibleActs(card.state);
  return DOORS.filter(
    ({ act, officersOnly }) => possible.includes(act) && (isOfficer(person) || !officersOnly),
  )
    .filter(() => card.state !== 'appealed')
    .map(({ page, kind }) => ({
      text: say.t(`review.acts.${page}`),
      path: `/review/${card.id}/${page}`,
      kind,
    }));
}

/** May the person name the group of what cannot be built together? */
export function canGroup({ state }: ReviewCard, person: SignedIn | undefined): boolean {
  return isOfficer(person) && !isFinalState(state);
}

/** What has happened so far, the latest first. */
export function presentHistory(card: ReviewCard, say: Wording) {
  return actsOf(card)
    .toSorted((left, right) => right.row.at.getTime() - left.row.at.getTime())
    .map(({ key, row }) => ({
      text: say.t(`review.history.${key}`),
      at: say.dateTime(row.at),
      who: say.official(row.post).text,
      state: 'done',
    }));
}

/** Who changed the record last: shown to the one whose form came too late. */
export function lastActOf(card: ReviewCard, say: Wording): string | null {
  const last = actsOf(card).toSorted(
    (left, right) => right.row.at.getTime() - left.row.at.getTime(),
  )[0];
  return last ? `${say.t(`review.history.${last.key}`)}: ${byWhom(last.row, say)}` : null;
}

interface Door {
  readonly act: ProposalAct;
  readonly page: 'check' | 'return' | 'estimate' | 'admit' | 'refuse';
  readonly kind?: 'secondary' | 'warning';
  readonly officersOnly?: true;
}

const DOORS: readonly Door[] = [
  { act: 'accept', page: 'check', officersOnly: true },
  { act: 'estimate', page: 'estimate', officersOnly: true },
  { act: 'admit', page: 'admit' },
  { act: 'return', page: 'return', kind: 'secondary', officersOnly: true },
  { act: 'refuse-provisionally', page: 'refuse', kind: 'warning' },
];

function isOfficer(person: SignedIn | undefined): boolean {
  return person?.roles.some(({ role }) => role === 'officer') ?? false;
}

function rowsOf(row: ProposalRow, person: SignedIn | undefined, say: Wording) {
  const all: [string, string | null][] = [
    ['round', say.official(row.roundTitle).text],
    ['category', row.category && say.t(`categories.${row.category}`)],
    ['place', row.territoryName && say.official(row.territoryName).text],
    ['address', row.address],
    ['cost', row.costTiyn === null ? null : say.money(row.costTiyn)],
    ['author', personName(row.authorName, say)],
    ['submitted', row.submittedAt && say.dateTime(row.submittedAt)],
  ];
  const own: [string, string][] = canSeeAll(person, row)
    ? [
        ['contact', row.contact],
        ['coauthors', say.list(row.coauthors)],
      ]
    : [];
  return [...all, ...own].map(([name, value]) => ({ key: say.t(`review.desk.${name}`), value }));
}

function filesOf(row: ProposalRow, kind: 'photo' | 'document') {
  return row.files.filter((file) => file.kind === kind);
}

function actsOf(card: ReviewCard): { key: string; row: ActRow }[] {
  const { check, estimate, decision, admission } = card;
  const one = (key: string, row: ActRow | null) => (row ? [{ key, row }] : []);
  return [
    ...one(check?.passed === false ? 'checkFailed' : 'checked', check),
    ...card.returns.map((row) => ({ key: 'returned', row })),
    ...one('estimated', estimate),
    ...one(decision?.admitted === false ? 'councilAgainst' : 'councilFor', decision),
    ...one('admitted', admission),
    ...card.refusals.map((row) => ({ key: 'refused', row })),
    ...card.refusals.flatMap(({ appeal }) => one('reExamined', appeal?.decision ?? null)),
  ];
}
