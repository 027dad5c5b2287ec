import type {
  MinutesDocument,
  MinutesDocumentItem,
  MinutesLink,
  MinutesPerson,
  MinutesQuorum,
  MinutesStay,
  MinutesVote,
} from '#rules/assemblies/minutes-document.js';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { parseTenge } from '#rules/kernel/money.js';
import { formatTime } from '#platform/views/format.js';
import type { OfficialText, Wording } from '#platform/views/wording.js';

// Sentences of minutes that the page, the PDF and the DOCX say alike.

const SIDES: readonly VoteSide[] = ['for', 'against', 'abstained'];

/** «№ 6 хаттама. Жергілікті қоғамдастық жиналысы, Ақбұлақ ауылдық округі» */
export function bodyNameOf({ body, territory, part }: MinutesDocument, say: Wording): string {
  return bodyAt(body, part ?? territory.name, say);
}

/** «Жергілікті қоғамдастық жиналысы: Ақбұлақ ауылдық округі» */
export function bodyAt(body: BodyKind, place: OfficialText, say: Wording): string {
  const kind = say.t(`bodyKinds.${body}`);
  const first = kind.charAt(0).toLocaleUpperCase(say.lang);
  return `${first}${kind.slice(1)}: ${say.official(place).text}`;
}

/** «15 × 1/2 → 8. Қатысты: 9. Кворум бар.» */
export function quorumWords(quorum: MinutesQuorum, say: Wording): string {
  const { members, share, required, present, missing, met } = quorum;
  const formula = say.t('assemblies.quorum.formula', { members, share, required, present });
  const outcome = met
    ? say.t('assemblies.quorum.met')
    : say.t('assemblies.quorum.missing', { missing });
  return `${formula} ${outcome}`;
}

/** «жақтаған: 12, қарсы: 1, қалыс: 0. Шешім үшін керегі: 8.» */
export function voteWords(vote: MinutesVote, say: Wording): string {
  return say.t('assemblies.votes.counted', {
    for: vote.for,
    against: vote.against,
    abstained: vote.abstained,
    required: vote.required,
    present: vote.quorum.present,
  });
}

/** «Қабылданды: көпшілік жақтады» */
export function outcomeWords({ outcome, reason }: MinutesVote, say: Wording): string {
  return `${say.t(`assemblies.outcomes.${outcome}`)}: ${say.t(`assemblies.reasons.${reason}`)}`;
}

/** Names by side, sides without names left out; empty where hands were counted. */
export function namedVotes({ byName }: MinutesVote, say: Wording) {
  return SIDES.map((side) => ({
    label: say.t(`assemblies.votes.${side}`),
    text: (byName ?? [])
      .filter((vote) => vote.side === side)
      .map(({ fullName }) => fullName)
      .join(', '),
  })).filter(({ text }) => text !== '');
}

/** «жоба № 17: Балалар алаңы, 38 500 000 ₸» */
export function linkWords({ kind, number, title, amount }: MinutesLink, say: Wording): string {
  const name = [say.t(`minutes.links.${kind}`), ...(number ? [`№ ${number}`] : [])].join(' ');
  const sum = amount === null ? [] : [say.money(parseTenge(amount)!)];
  return [`${name}: ${say.official(title).text}`, ...sum].join(', ');
}

/** «Асан Үсенов, Ақбұлақ ауылы, 10:05–11:40» */
export function personWords(
  { fullName, kind, residence, stays }: MinutesPerson,
  say: Wording,
): string {
  const guest = kind === 'guest' ? [say.t('assemblies.guest')] : [];
  const times = stays.map((stay) => stayWords(stay, say));
  return [fullName, ...(residence ? [residence] : []), ...guest, ...times].join(', ');
}

function stayWords({ arrivedAt, leftAt }: MinutesStay, say: Wording): string {
  const from = formatTime(new Date(arrivedAt), say.lang);
  return leftAt === null ? from : `${from}–${formatTime(new Date(leftAt), say.lang)}`;
}

/** Who asked for the meeting, with the signatures and the consent where members did. */
export function convenerWords(convener: Convener, say: Wording): string {
  if (convener.kind !== 'members') return say.t(`assemblies.conveners.${convener.kind}`);
  const asked = say.t('assemblies.conveners.members', { count: convener.signatures ?? 0 });
  if (!convener.consentOn) return asked;
  return `${asked} ${say.t('assemblies.conveners.consent', { day: say.date(convener.consentOn) })}`;
}

interface Convener {
  readonly kind: 'akim' | 'chair' | 'members';
  readonly signatures?: number | null;
  readonly consentOn?: CivilDate | null;
}

/** «10:00–12:30»; only the end where the meeting never opened. */
export function hoursWords({ openedAt, closedAt }: MinutesDocument, say: Wording): string {
  const until = formatTime(new Date(closedAt), say.lang);
  return openedAt === null ? until : `${formatTime(new Date(openedAt), say.lang)}–${until}`;
}

/** «3. Бюджет жобасын келісу» */
export function itemTitle({ number, title }: MinutesDocumentItem, say: Wording): string {
  return `${number}. ${say.official(title).text}`;
}

/** `recordingTime(3725) // → '1:02:05'` */
export function recordingTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, place) => (place === 0 ? part : String(part).padStart(2, '0'))).join(':');
}
