import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Paper, PaperBlock } from '#platform/paper/paper.js';
import type { Wording } from '#platform/views/wording.js';
import { bodyAt } from './minutes-words.js';
import { heading, labelled } from './paper-parts.js';

/** The notice of a meeting for a notice board, in one language. */
export function noticePaper(meeting: MeetingRow, address: string, say: Wording): Paper {
  const { kind, part, territoryName, startsAt, place, agenda, broadcastUrl } = meeting;
  const name = bodyAt(kind, part ?? territoryName, say);
  return {
    title: say.t('assemblies.notice.title'),
    lang: say.lang,
    blocks: [
      { kind: 'title', text: say.t('assemblies.notice.title') },
      { kind: 'heading', text: name },
      { kind: 'text', text: say.t('assemblies.notice.lead') },
      labelled('startsAt', `${say.weekday(startsAt)}. ${say.dateTime(startsAt)}`, say),
      labelled('place', say.official(place).text, say),
      ...writtenBlocks(meeting, say),
      heading('agenda', say),
      { kind: 'numbered', lines: agenda.map(({ title }) => say.official(title).text) },
      { kind: 'text', text: say.t('assemblies.meeting.attend') },
      ...(broadcastUrl
        ? [text(say.t('assemblies.notice.broadcast', { address: broadcastUrl }))]
        : []),
      text(say.t('assemblies.notice.questions', { address })),
    ],
    foot: {
      lines: [say.t('assemblies.notice.page', { address })],
      address,
      page: (page, all) => say.t('assemblies.paper.page', { page, all }),
    },
  };
}

function writtenBlocks({ notice }: MeetingRow, say: Wording): readonly PaperBlock[] {
  const written = say.official(notice).text;
  return written === '' ? [] : [text(written)];
}

function text(words: string): PaperBlock {
  return { kind: 'text', text: words };
}
