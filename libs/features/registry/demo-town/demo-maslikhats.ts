import { DEMO_DEPUTIES } from './demo-deputies.js';
import type { DemoConstituency, DemoMaslikhat } from './demo-maslikhat.js';
import { DEMO_OFFICE_HOLDERS } from './demo-office-holders.js';
import type { DemoPerson } from './demo-person.js';
import { DEMO } from './demo-territories.js';

const VILLAGE_PARTY = { kk: '«Ауыл тынысы» партиясы', ru: 'Партия «Ауыл тынысы»' };
const STEP_PARTY = { kk: '«Жаңа қадам» партиясы', ru: 'Партия «Жана кадам»' };
const TERM = { number: 'VIII', from: '2023-03-19', until: '2028-03-18' };

const D = DEMO_DEPUTIES;

/** The maslikhats of the invented city and district; one seat of each is vacant. */
export const DEMO_MASLIKHATS: readonly DemoMaslikhat[] = [
  {
    territory: DEMO.city,
    ...TERM,
    constituencies: [
      streets(DEMO.arna, ['Тәуелсіздік', 'Тауелсиздик'], ['№ 1–58 үйлер', 'дома № 1–58']),
      streets(DEMO.arna, ['Арна', 'Арна'], ['№ 2–91 үйлер', 'дома № 2–91']),
      streets(DEMO.arna, ['Бейбітшілік', 'Бейбитшилик'], ['№ 1–44 үйлер', 'дома № 1–44']),
      streets(DEMO.bulaq, ['Бұлақ', 'Булак'], ['№ 3–70 үйлер', 'дома № 3–70']),
      streets(DEMO.bulaq, ['Теміржол', 'Темиржол'], ['№ 1–29 үйлер', 'дома № 1–29']),
      streets(DEMO.bulaq, ['Достық', 'Достык'], ['№ 5–112 үйлер', 'дома № 5–112']),
      list(DEMO.city, ['Қала бойынша партиялық тізім', 'Партийный список по городу'], 3),
    ],
    commissions: [
      { kk: 'Бюджет және экономика комиссиясы', ru: 'Комиссия по бюджету и экономике' },
      { kk: 'Қала шаруашылығы комиссиясы', ru: 'Комиссия по городскому хозяйству' },
      { kk: 'Әлеуметтік мәселелер комиссиясы', ru: 'Комиссия по социальным вопросам' },
    ],
    mandates: [
      {
        person: officeHolder('Мұқанов'),
        at: [1, 1],
        commissions: [1, 2],
        chairs: 2,
        reception: text(['№ 3 мектеп, сейсенбі 16:00–18:00', 'школа № 3, вторник 16:00–18:00']),
        reported: [2023, 2024, 2025],
      },
      { person: D.aidana, at: [2, 1], commissions: [3], chairs: 3, reported: [2023, 2024, 2025] },
      { person: D.dias, at: [3, 1], commissions: [2], reported: [2024], recallRequests: 2 },
      {
        person: D.murat,
        at: [4, 1],
        commissions: [1],
        reported: [2023, 2024],
        resignedOn: '2026-05-31',
      },
      {
        person: D.irina,
        at: [5, 1],
        commissions: [1],
        chairs: 1,
        reception: text([
          '№ 7 кітапхана, бейсенбі 10:00–12:00',
          'библиотека № 7, четверг 10:00–12:00',
        ]),
        reported: [2023, 2024, 2025],
      },
      { person: D.gulmira, at: [6, 1], commissions: [3], reported: [2023, 2025] },
      {
        person: D.yerlan,
        at: [7, 1],
        party: VILLAGE_PARTY,
        commissions: [2],
        reported: [2023, 2024, 2025],
      },
      {
        person: D.raushan,
        at: [7, 2],
        party: STEP_PARTY,
        commissions: [3],
        reported: [2023, 2024, 2025],
      },
      { person: D.serik, at: [7, 3], party: STEP_PARTY, commissions: [1], reported: [2023, 2024] },
    ],
  },
  {
    territory: DEMO.district,
    ...TERM,
    constituencies: [
      whole([DEMO.taldy], ['Талды', 'Талды']),
      whole([DEMO.qarasu], ['Қарасу', 'Карасу']),
      whole([DEMO.kokzhiek], ['Көкжиек', 'Кокжиек']),
      whole([DEMO.kenshi], ['Кенші', 'Кенши']),
      list(DEMO.district, ['Аудан бойынша партиялық тізім', 'Партийный список по району'], 2),
    ],
    commissions: [
      { kk: 'Бюджет комиссиясы', ru: 'Бюджетная комиссия' },
      { kk: 'Ауыл мәселелері комиссиясы', ru: 'Комиссия по вопросам села' },
    ],
    mandates: [
      {
        person: officeHolder('Ибраева'),
        at: [1, 1],
        commissions: [1],
        chairs: 1,
        reported: [2023, 2024, 2025],
      },
      {
        person: D.bauyrzhan,
        at: [2, 1],
        commissions: [2],
        chairs: 2,
        reception: text([
          'Қарасу ауылының мәдениет үйі, айдың бірінші сенбісі, 11:00',
          'Дом культуры села Карасу, первая суббота месяца, 11:00',
        ]),
        reported: [2023, 2024, 2025],
      },
      { person: D.nurlan, at: [3, 1], commissions: [2], reported: [2023, 2024] },
      { person: D.olga, at: [4, 1], commissions: [1, 2], reported: [2023, 2024, 2025] },
      {
        person: D.saltanat,
        at: [5, 1],
        party: VILLAGE_PARTY,
        commissions: [1],
        reported: [2023, 2024, 2025],
      },
    ],
  },
];

type Pair = readonly [kk: string, ru: string];

function streets(kato: string, [kk, ru]: Pair, [partKk, partRu]: Pair): DemoConstituency {
  return {
    kind: 'single-mandate',
    name: { kk, ru },
    seats: 1,
    territories: [[kato, { kk: `${kk} көшесі, ${partKk}`, ru: `ул. ${ru}, ${partRu}` }]],
  };
}

function whole(katos: readonly string[], [kk, ru]: Pair): DemoConstituency {
  const territories = katos.map((kato) => [kato] as const);
  return { kind: 'single-mandate', name: { kk, ru }, seats: 1, territories };
}

function list(kato: string, [kk, ru]: Pair, seats: number): DemoConstituency {
  return { kind: 'party-list', name: { kk, ru }, seats, territories: [[kato]] };
}

function text([kk, ru]: Pair) {
  return { kk, ru };
}

function officeHolder(familyName: string): DemoPerson {
  return DEMO_OFFICE_HOLDERS.find((person) => person.familyName === familyName)!;
}
