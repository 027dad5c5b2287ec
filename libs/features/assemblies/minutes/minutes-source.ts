import { decisionRuleOn } from '#rules/assemblies/agenda-decision.js';
import type { MinutesSource } from '#rules/assemblies/make-minutes.js';
import type { ItemSource } from '#rules/assemblies/make-minutes-item.js';
import { linkKey } from '#rules/assemblies/minutes-check.js';
import type { MinutesLink, MinutesText } from '#rules/assemblies/minutes-document.js';
import { quorumShareOn } from '#rules/assemblies/quorum.js';
import { formatTenge } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import type { HallRow } from '../meetings/hall-row.js';
import type { AgendaItemRow, AgendaLink, MeetingRow } from '../meetings/meeting-row.js';
import type { LinkedObjectRow } from '../writings/linked-object.reader.js';
import { agendaVotesOf } from '../writings/writing.reader.js';
import type { ItemWritingRow } from '../writings/writing-row.js';

/** Everything that minutes are made of, as it stands. */
export interface MinutesMaterial {
  readonly number: string;
  readonly meeting: MeetingRow;
  readonly hall: HallRow;
  readonly writings: readonly ItemWritingRow[];
  /** Linked objects by {@link linkKey}. */
  readonly objects: ReadonlyMap<string, LinkedObjectRow>;
  readonly overrides: readonly LocalOverride[];
}

/** The material in the form that the rules make minutes of. */
export function sourceOf(material: MinutesMaterial): MinutesSource {
  const { meeting, hall, overrides } = material;
  const { kind, heldOn, chairId, secretaryId } = meeting;
  return {
    head: headOf(material),
    people: hall.people,
    stays: hall.stays,
    chairId,
    secretaryId,
    items: meeting.agenda.map((item) => itemOf(item, material)),
    share: quorumShareOn(kind, heldOn, overrides),
    rule: decisionRuleOn(kind, heldOn, overrides),
  };
}

function headOf({ number, meeting }: MinutesMaterial): MinutesSource['head'] {
  const { convener, part, openedAt, closedAt, startsAt } = meeting;
  const isAsked = convener.kind === 'members';
  return {
    number,
    territory: { kato: meeting.territory, name: twoOf(meeting.territoryName) },
    body: meeting.kind,
    part: part && twoOf(part),
    heldOn: meeting.heldOn,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: (closedAt ?? openedAt ?? startsAt).toISOString(),
    place: twoOf(meeting.place),
    convener: {
      kind: convener.kind,
      signatures: isAsked ? convener.signatures : null,
      consentOn: isAsked ? convener.consentOn : null,
    },
    notice: { on: meeting.noticeOn ?? meeting.heldOn, channels: meeting.channels },
    members: meeting.members ?? 0,
    membersSource: meeting.membersSource,
    broadcastUrl: meeting.broadcastUrl,
    recordingUrl: meeting.recordingUrl,
  };
}

function itemOf(item: AgendaItemRow, { meeting, writings, objects }: MinutesMaterial): ItemSource {
  const written = writings.find(({ number }) => number === item.number)!;
  const { votes } = written;
  return {
    number: item.number,
    question: item.question,
    title: twoOf(item.title),
    rapporteur: item.rapporteur,
    heard: twoOf(written.heard),
    speeches: written.speeches.map(({ speaker, text }) => ({ speaker, text })),
    questions: item.questions.map(({ asker, language, text, answer }) => ({
      asker: asker ?? '',
      language,
      text,
      answer: answer && twoOf(answer),
    })),
    votes: votes && agendaVotesOf(votes, meeting.chairId),
    votedAt: votes?.votedAt ?? null,
    decision: twoOf(written.decision),
    links: written.links.map((link) => linkOf(link, objects)),
    recordingSeconds: written.recordingSeconds,
    reportUrl: item.reportUrl,
    annexes: item.papers.map(({ title, link, file }) => ({
      title: twoOf(title),
      link,
      fileDigest: file?.digest ?? null,
    })),
  };
}

function linkOf(
  { kind, id, amountTiyn }: AgendaLink,
  objects: MinutesMaterial['objects'],
): MinutesLink {
  const object = objects.get(linkKey({ kind, id }));
  return {
    kind,
    id: object?.id ?? id,
    number: object?.number ?? null,
    title: twoOf(object?.title ?? { kk: '', ru: '' }),
    amount: amountTiyn === null ? null : formatTenge(BigInt(amountTiyn)),
  };
}

function twoOf({ kk, ru }: OfficialText): MinutesText {
  return { kk, ru };
}
