import { nextStepOf } from '#rules/petitions/next-step.js';
import { basisOf } from '#rules/petitions/petition-kind.js';
import { standingOf } from '#rules/petitions/threshold.js';
import { LEGAL_ACTS } from '#rules/rulebook/legal-acts.js';
import type { AnswerCaseRow, AnswerRow } from '#features/petitions/answers/answer.reader.js';
import type { ListedPetitionRow, PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { StoredThreshold } from '#features/petitions/petitions/stored-threshold.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';
import { presentInstant } from '../instant.js';
import type { ShownCount } from './shown-count.js';

const instantOrNull = (at: Date | null) => at && presentInstant(at);

/** A petition in a list. */
export function presentListedPetition(row: ListedPetitionRow) {
  const { checkBy, lastDay, answerBy } = row;
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    basis: basisOf(row.kind),
    state: row.state,
    title: row.title,
    addressee: { body: row.body, territory: row.territory, territoryName: row.territoryName },
    deputy: row.deputy,
    count: row.count,
    required: row.required,
    next: nextStepOf(row.state, { checkBy, lastDay, answerBy }),
    submittedAt: instantOrNull(row.submittedAt),
    openedAt: instantOrNull(row.openedAt),
    reachedAt: instantOrNull(row.reachedAt),
    refusedFor: row.refusedFor,
    decision: row.decision,
    decidedOn: row.decidedOn,
  };
}

export type ListedPetitionView = ReturnType<typeof presentListedPetition>;

/** A petition with its threshold, what must happen next, and signatures by territory. */
export function presentPetition(row: PetitionRow, byTerritory: ShownCount, about: AnswerCaseRow) {
  const { title, text, arguments: said, proposals } = row.texts;
  return {
    ...presentListedPetition(row),
    title,
    text,
    arguments: said,
    proposals,
    textDigest: row.textDigest,
    portalUrl: row.portalUrl,
    threshold: row.threshold && presentThreshold(row.threshold),
    standing: row.threshold && standingOf(row.count, row.threshold.required),
    byTerritory,
    minimumAge: row.minimumAge,
    rulesOn: row.rulesOn,
    checkBy: row.checkBy,
    lastDay: row.lastDay,
    closesAt: instantOrNull(row.closesAt),
    noticeBy: row.noticeBy,
    answerBy: row.answerBy,
    refusal: row.refusal && { ...row.refusal, at: presentInstant(row.refusal.at) },
    forwardedAt: instantOrNull(row.forwardedAt),
    withdrawal: row.withdrawal && { ...row.withdrawal, at: presentInstant(row.withdrawal.at) },
    discussion: about.discussion,
    answer: about.answer && presentAnswer(about.answer),
    version: row.version,
  };
}

export type PetitionView = ReturnType<typeof presentPetition>;

function presentAnswer({ enclosures, postedAt, ...answer }: AnswerRow) {
  return {
    ...answer,
    enclosures: enclosures.map(presentEnclosure),
    postedAt: presentInstant(postedAt),
  };
}

function presentThreshold({ share, source, ...threshold }: StoredThreshold) {
  const cited = { ...source, ...LEGAL_ACTS[source.act] };
  return { ...threshold, percent: share === null ? null : percentOf(share), source: cited };
}

/** Shares of the law are whole percents: `percentOf('1/20') // → 5` */
function percentOf(share: string): number {
  const [num = 0, den = 1] = share.split('/').map(Number);
  return (num * 100) / den;
}
