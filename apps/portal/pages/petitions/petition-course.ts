import { type CivilDate } from '#rules/kernel/civil-date.js';
import { isSignedHere } from '#rules/petitions/petition-kind.js';
import type { AnswerCaseRow } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';

interface Step {
  readonly text: string;
  readonly state: 'done' | 'current' | 'ahead';
  readonly at: string;
  readonly who?: string;
  readonly path?: string;
}

/** What has happened and what is due, the newest first. */
export function presentCourse(
  row: PetitionRow,
  { discussion, answer }: AnswerCaseRow,
  say: Wording,
): readonly Step[] {
  const happened = (key: string, at: Date | null, more: Partial<Step> = {}) =>
    at ? [step(key, civilDateOf(at), { state: 'done', ...more }, say)] : [];
  const due = (key: string, on: CivilDate | null, isDue: boolean) =>
    on && isDue ? [step(key, on, { state: 'current' }, say)] : [];
  const path = `/petitions/${row.number}/answer`;
  return [
    ...due('windowEnds', row.lastDay, row.state === 'open'),
    ...due('answerDue', row.answerBy, row.state === 'awaiting-answer'),
    ...happened('answered', answer?.postedAt ?? null, { path }),
    ...(discussion ? [step('discussion', discussion.heldOn, { state: 'done', path }, say)] : []),
    ...happened('forwarded', row.forwardedAt),
    ...happened('reached', row.state === 'open' ? null : row.reachedAt),
    ...happened(isSignedHere(row.kind) ? 'opened' : 'published', row.openedAt, openedBy(row, say)),
    ...happened('refused', row.refusal?.at ?? null),
    ...happened('submitted', row.submittedAt),
  ];
}

function openedBy({ openedBy: post, kind }: PetitionRow, say: Wording): Partial<Step> {
  return post && isSignedHere(kind) ? { who: say.official(post).text } : {};
}

function step(
  key: string,
  on: CivilDate,
  rest: Omit<Step, 'text' | 'at'> & Partial<Step>,
  say: Wording,
): Step {
  return { text: say.t(`petitions.course.${key}`), at: say.date(on), ...rest };
}
