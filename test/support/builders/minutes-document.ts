import type {
  MinutesDocument,
  MinutesDocumentItem,
  MinutesPerson,
  MinutesQuorum,
} from '#rules/assemblies/minutes-document.js';

/** Letters that only Kazakh has, and the sign of the tenge. */
export const KAZAKH_LETTERS = 'ӘІҢҒҮҰҚӨҺ ₸';

const SPEECH_KK = 'Ауылдың ішкі жолдарын жөндеуге қаражат бөлу керек: көктемде мектепке жету қиын.';
const both = (kk: string, ru: string) => ({ kk, ru });

/** Minutes of an assembly as they are signed; as long as a test needs them. */
export function aMinutesDocument(
  size: { readonly items?: number; readonly members?: number; readonly speeches?: number } = {},
): MinutesDocument {
  const { items = 2, members = 15, speeches = 4 } = size;
  const perItem = Math.ceil(speeches / items);
  return {
    form: 1,
    number: '6',
    territory: {
      kato: '113430100',
      name: both('Ақбұлақ ауылдық округі', 'Акбулакский сельский округ'),
    },
    body: 'assembly',
    part: null,
    heldOn: '2026-11-20',
    openedAt: '2026-11-20T10:00:00+05:00',
    closedAt: '2026-11-20T12:30:00+05:00',
    place: both('Мәдениет үйі, Абай көшесі, 12', 'Дом культуры, улица Абая, 12'),
    convener: { kind: 'akim', signatures: null, consentOn: null },
    notice: { on: '2026-11-09', channels: ['akbulak.example', 'Ақбұлақ хабарлары'] },
    members,
    membersSource: null,
    present: Array.from({ length: members }, (_, place) => personAt(place)),
    quorum: aQuorum(members),
    hadQuorum: true,
    chair: 'Серікұлы Бауыржан',
    secretary: 'Омарова Әлия',
    items: Array.from({ length: items }, (_, place) => itemAt(place + 1, members, perItem)),
    broadcastUrl: null,
    recordingUrl: 'https://video.example/6',
  };
}

export function aQuorum(members: number): MinutesQuorum {
  const required = Math.ceil(members / 2);
  return { met: true, members, present: members, required, missing: 0, share: '1/2' };
}

function personAt(place: number): MinutesPerson {
  return {
    id: `m${place + 1}`,
    fullName: `Үсенов Асан ${place + 1}`,
    kind: 'delegate',
    residence: 'Ақбұлақ ауылы',
    stays: [
      {
        arrivedAt: '2026-11-20T09:55:00+05:00',
        leftAt: place === 0 ? '2026-11-20T11:40:00+05:00' : null,
      },
    ],
  };
}

function itemAt(number: number, members: number, speeches: number): MinutesDocumentItem {
  return {
    number,
    question: 'budget',
    title: both('2027 жылғы бюджет жобасын келісу', 'Согласование проекта бюджета на 2027 год'),
    rapporteur: 'Қасымов Ғани',
    heard: both(`Бюджет жобасы: ${KAZAKH_LETTERS}`, 'Проект бюджета: 120 млн ₸'),
    speeches: Array.from({ length: speeches }, (_, place) => ({
      speaker: `Үсенов Асан ${place + 1}`,
      text: SPEECH_KK,
    })),
    questions: [
      {
        asker: 'Айгүл С.',
        language: 'kk',
        text: 'Су құбыры қашан тартылады?',
        answer: both('2027 жылы.', 'В 2027 году.'),
      },
    ],
    vote: {
      votedAt: '2026-11-20T11:00:00+05:00',
      for: members - 1,
      against: 1,
      abstained: 0,
      byName: null,
      chairSide: 'for',
      quorum: aQuorum(members),
      outcome: 'adopted',
      reason: 'majority',
      required: Math.floor(members / 2) + 1,
    },
    decision: both('Бюджет жобасы келісілсін.', 'Согласовать проект бюджета.'),
    links: [
      {
        kind: 'project',
        id: '0193',
        number: '17',
        title: both('Балалар алаңы', 'Детская площадка'),
        amount: '38500000',
      },
    ],
    recordingSeconds: 3725,
    reportUrl: null,
    annexes: [],
  };
}
