import type { NewAnswer } from '#features/petitions/inquiries/answer-inquiry.js';
import type { NewComment } from '#features/petitions/inquiries/comment-on-inquiry.js';
import type { NewInquiry } from '#features/petitions/inquiries/new-inquiry.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { Role } from '#rules/registry/roles.js';

/** An inquiry of the demo town, filed so many days ago; who answers it, and what the deputy says. */
export interface DemoInquiry {
  /** Unit of the maslikhat, and the deputy's place in the town's list. */
  readonly deputy: readonly [maslikhat: string, place: number];
  readonly filedDaysAgo: number;
  readonly inquiry: NewInquiry;
  readonly answer?: NewAnswer & { readonly by: readonly [role: Role, territory: string] };
  readonly comment?: NewComment;
}

const OKRUG_AKIM = {
  addresseeKind: 'akim',
  addresseeTerritory: DEMO.qarasu,
  addressee: { kk: 'Қарасу ауылдық округінің әкімі', ru: 'Аким Карасуского сельского округа' },
};

const CITY_AKIM = {
  addresseeKind: 'akim',
  addresseeTerritory: DEMO.city,
  addressee: { kk: 'Жаңасу қаласының әкімі', ru: 'Аким города Жанасу' },
};

/** One answered and commented on, one that waits in time, one overdue. */
export const DEMO_INQUIRIES: readonly DemoInquiry[] = [
  {
    deputy: [DEMO.district, 1],
    filedDaysAgo: 12,
    inquiry: {
      ...OKRUG_AKIM,
      language: 'kk',
      title: 'Тасөткел ауылындағы көше жарығы',
      body: 'Тасөткел ауылында үш көшенің жарығы қыстан бері жанбайды. Қашан жөнделеді және қаржысы қай жолдан алынады?',
      competence: 'Аудан бюджетінің атқарылуы',
      concernsProsecution: false,
    },
    answer: {
      by: ['akim', DEMO.qarasu],
      signatory: 'addressee',
      signedBy: 'Есенов Арман Талғатұлы',
      signedPost: 'Ауылдық округ әкімі',
      language: 'kk',
      body: 'Екі көшенің шамдары осы айда ауыстырылады. Үшінші көшеге қаржы келесі жылғы бюджет жобасына енгізілді.',
      links: [],
      enclosures: [],
    },
    comment: {
      verdict: 'partly',
      language: 'kk',
      body: 'Екі көше бойынша мерзім аталды. Үшінші көшенің мерзімін бюджет бекітілгеннен кейін қайта сұраймын.',
    },
  },
  {
    deputy: [DEMO.city, 0],
    filedDaysAgo: 5,
    inquiry: {
      ...CITY_AKIM,
      language: 'ru',
      title: 'Пандусы у поликлиники № 2',
      body: 'Просим сообщить, когда у входа в поликлинику № 2 появится пандус и почему работы не начаты в срок, названный в отчёте.',
      competence: 'Исполнение бюджета города по благоустройству',
      concernsProsecution: false,
    },
  },
  {
    deputy: [DEMO.city, 2],
    filedDaysAgo: 48,
    inquiry: {
      ...CITY_AKIM,
      language: 'kk',
      title: 'Бұлақ көшесіндегі кәріз',
      body: 'Бұлақ көшесіндегі кәріз құдықтары жаңбырдан кейін тасып жатыр. Жөндеу жобасы қай сатыда?',
      competence: 'Қала шаруашылығын дамыту бағдарламасы',
      concernsProsecution: false,
    },
  },
];
