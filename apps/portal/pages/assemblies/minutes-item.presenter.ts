import type {
  MinutesDocument,
  MinutesDocumentItem,
  MinutesLink,
} from '#rules/assemblies/minutes-document.js';
import type { Wording } from '#platform/views/wording.js';
import {
  itemTitle,
  linkWords,
  namedVotes,
  outcomeWords,
  quorumWords,
  recordingTime,
  voteWords,
} from '../../papers/minutes-words.js';
import { personName } from '../_frame/person-name.js';

/** One agenda item on the page of minutes. */
export function presentMinutesItem(
  item: MinutesDocumentItem,
  document: MinutesDocument,
  say: Wording,
) {
  const decision = say.official(item.decision);
  return {
    number: item.number,
    title: itemTitle(item, say),
    rapporteur: item.rapporteur ?? undefined,
    heard: paragraphs(say.official(item.heard).text),
    speeches: item.speeches,
    questions: item.questions.map(({ asker, language, text, answer }) => ({
      asker: personName(asker, say),
      language,
      text,
      answer: answer ? say.official(answer).text : undefined,
    })),
    vote: votePart(item, say),
    decision: paragraphs(decision.text),
    links: item.links.map((link) => ({ text: linkWords(link, say), path: linkPath(link) })),
    report: item.reportUrl ?? undefined,
    annexes: item.annexes.map(({ title, link, fileDigest }) => ({
      text: say.official(title).text,
      link,
      fileDigest,
    })),
    recording: recordingDoor(item, document, say),
  };
}

function votePart({ vote }: MinutesDocumentItem, say: Wording) {
  if (vote === null) return undefined;
  return {
    words: voteWords(vote, say),
    named: namedVotes(vote, say),
    quorum: quorumWords(vote.quorum, say),
    outcome: outcomeWords(vote, say),
    isAdopted: vote.outcome === 'adopted',
  };
}

function linkPath({ kind, id, number }: MinutesLink): string | undefined {
  if (kind === 'petition') return `/petitions/${number ?? id}`;
  if (kind === 'budget-line') return number === null ? undefined : budgetPath(number);
  return `/projects/${id}`;
}

/** `budgetPath('992030000-2027-3') // → '/budgets/992030000/2027'` */
function budgetPath(number: string): string {
  return `/budgets/${number.split('-').slice(0, 2).join('/')}`;
}

/** A recording on a site that knows the parameter begins at the item; on others the time helps. */
function recordingDoor(
  { recordingSeconds }: MinutesDocumentItem,
  { recordingUrl }: MinutesDocument,
  say: Wording,
) {
  if (recordingSeconds === null || recordingUrl === null) return undefined;
  const address = new URL(recordingUrl);
  address.searchParams.set('t', String(recordingSeconds));
  const time = recordingTime(recordingSeconds);
  return { text: say.t('assemblies.minutes.recordingAt', { time }), address: address.toString() };
}

function paragraphs(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\n+/);
}
