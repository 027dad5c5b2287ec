import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { Paper, PaperBlock } from '#platform/paper/paper.js';
import type { Wording } from '#platform/views/wording.js';
import { itemBlocks } from './minutes-paper-item.js';
import {
  errataBlocks,
  type PrintedErratum,
  type PrintedSignature,
  signatureBlocks,
} from './minutes-paper-end.js';
import {
  bodyNameOf,
  convenerWords,
  hoursWords,
  personWords,
  quorumWords,
} from './minutes-words.js';
import { heading, labelled } from './paper-parts.js';

/** Minutes as they go on paper: the text that is signed and what stands beside it. */
export interface PrintedMinutes {
  readonly document: MinutesDocument;
  /** Hexadecimal SHA-256; null while the text may still change. */
  readonly digest: string | null;
  readonly signatures: readonly PrintedSignature[];
  readonly errata: readonly PrintedErratum[];
  /** Of the minutes' page, in the language of the paper. */
  readonly address: string;
}

/** The minutes in one language, block by block as LSG art. 39-3(10) lists them. */
export function minutesPaper(minutes: PrintedMinutes, say: Wording): Paper {
  const { document, digest, address } = minutes;
  const title = say.t('assemblies.paper.title', { number: document.number });
  return {
    title,
    lang: say.lang,
    blocks: [
      { kind: 'title', text: title },
      ...headBlocks(document, say),
      ...presenceBlocks(document, say),
      ...agendaBlocks(document, say),
      ...document.items.flatMap((item) => itemBlocks(item, say)),
      ...signatureBlocks(minutes.signatures, say),
      ...errataBlocks(minutes.errata, say),
    ],
    foot: {
      lines: [
        digest === null ? say.t('assemblies.paper.notFrozen') : `SHA-256: ${digest}`,
        say.t('assemblies.paper.address', { address }),
      ],
      address,
      page: (page, all) => say.t('assemblies.paper.page', { page, all }),
    },
  };
}

function headBlocks(document: MinutesDocument, say: Wording): readonly PaperBlock[] {
  const { heldOn, place, notice, part, territory } = document;
  const noticeText = `${say.date(notice.on)} (${notice.channels.join(', ')})`;
  return [
    { kind: 'text', text: bodyNameOf(document, say) },
    ...(part ? [labelled('territory', say.official(territory.name).text, say)] : []),
    labelled('heldOn', say.date(heldOn), say),
    labelled('hours', hoursWords(document, say), say),
    labelled('place', say.official(place).text, say),
    labelled('convener', convenerWords(document.convener, say), say),
    labelled('notice', noticeText, say),
  ];
}

function presenceBlocks(document: MinutesDocument, say: Wording): readonly PaperBlock[] {
  const { members, membersSource, present, chair, secretary, quorum } = document;
  const source = membersSource === null ? '' : ` (${membersSource})`;
  return [
    labelled('members', `${say.number(members)}${source}`, say),
    labelled('quorum', quorumWords(quorum, say), say),
    labelled('chair', chair, say),
    labelled('secretary', secretary, say),
    heading('present', say, { count: present.length }),
    { kind: 'numbered', lines: present.map((person) => personWords(person, say)) },
  ];
}

function agendaBlocks({ items, hadQuorum }: MinutesDocument, say: Wording): readonly PaperBlock[] {
  const titles = items.map(({ title }) => say.official(title).text);
  const note: PaperBlock[] = hadQuorum
    ? []
    : [{ kind: 'text', text: say.t('assemblies.noQuorum') }];
  return [heading('agenda', say), { kind: 'numbered', lines: titles }, ...note];
}
