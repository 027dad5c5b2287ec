import type { MinutesDocumentItem } from '#rules/assemblies/minutes-document.js';
import type { PaperBlock } from '#platform/paper/paper.js';
import type { Wording } from '#platform/views/wording.js';
import {
  itemTitle,
  linkWords,
  namedVotes,
  outcomeWords,
  quorumWords,
  recordingTime,
  voteWords,
} from './minutes-words.js';
import { labelled, plain, subheading } from './paper-parts.js';

/** One agenda item on paper: heard, spoken to, asked, voted on, decided, with what stands beside it. */
export function itemBlocks(item: MinutesDocumentItem, say: Wording): readonly PaperBlock[] {
  return [
    { kind: 'heading', text: itemTitle(item, say) },
    ...heardBlocks(item, say),
    ...speechBlocks(item, say),
    ...questionBlocks(item, say),
    ...voteBlocks(item, say),
    ...decisionBlocks(item, say),
    ...besideBlocks(item, say),
  ];
}

function heardBlocks({ rapporteur, heard }: MinutesDocumentItem, say: Wording): PaperBlock[] {
  const { text } = say.official(heard);
  return [
    ...(rapporteur ? [labelled('rapporteur', rapporteur, say)] : []),
    ...(text ? [subheading('heard', say), plain(text)] : []),
  ];
}

function speechBlocks({ speeches }: MinutesDocumentItem, say: Wording): readonly PaperBlock[] {
  if (speeches.length === 0) return [];
  return [
    subheading('speeches', say),
    ...speeches.map(({ speaker, text }) => ({ kind: 'labelled', label: speaker, text }) as const),
  ];
}

function questionBlocks({ questions }: MinutesDocumentItem, say: Wording): readonly PaperBlock[] {
  if (questions.length === 0) return [];
  return [
    subheading('questions', say),
    ...questions.flatMap(({ asker, text, answer }): PaperBlock[] => [
      { kind: 'labelled', label: asker || say.t('common.erasedPerson'), text },
      ...(answer ? [labelled('answer', say.official(answer).text, say)] : []),
    ]),
  ];
}

function voteBlocks({ vote }: MinutesDocumentItem, say: Wording): readonly PaperBlock[] {
  if (vote === null) return [{ kind: 'note', text: say.t('assemblies.notVoted') }];
  return [
    labelled('vote', voteWords(vote, say), say),
    ...namedVotes(vote, say).map((side) => ({ kind: 'labelled', ...side }) as const),
    {
      kind: 'note',
      text: `${say.t('assemblies.labels.quorumAtVote')}: ${quorumWords(vote.quorum, say)}`,
    },
    labelled('outcome', outcomeWords(vote, say), say),
  ];
}

function decisionBlocks({ decision, links }: MinutesDocumentItem, say: Wording): PaperBlock[] {
  const { text } = say.official(decision);
  const decided = text === '' ? [] : [subheading('decision', say), plain(text)];
  if (links.length === 0) return decided;
  const lines = links.map((link) => linkWords(link, say));
  return [...decided, subheading('links', say), { kind: 'numbered', lines }];
}

function besideBlocks(item: MinutesDocumentItem, say: Wording): readonly PaperBlock[] {
  const { annexes, reportUrl, recordingSeconds } = item;
  const lines = annexes.map(({ title, link, fileDigest }) =>
    [say.official(title).text, link ?? '', fileDigest ? `SHA-256: ${fileDigest}` : '']
      .filter((part) => part !== '')
      .join(', '),
  );
  return [
    ...(reportUrl ? [labelled('report', reportUrl, say)] : []),
    ...(recordingSeconds === null
      ? []
      : [labelled('recordingTime', recordingTime(recordingSeconds), say)]),
    ...(lines.length > 0 ? [subheading('annexes', say), { kind: 'numbered', lines } as const] : []),
  ];
}
