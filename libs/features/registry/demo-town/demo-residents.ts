import { DEMO } from './demo-territories.js';
import type { DemoPerson } from './demo-person.js';
import { inventedIin } from './invented-iin.js';

const FAMILIES: readonly string[] = [
  'Ахмет',
  'Бекет',
  'Дүйсен',
  'Ержан',
  'Жақып',
  'Зейнолла',
  'Қасым',
  'Мейрам',
  'Нұрғали',
  'Оразбек',
  'Рысбек',
  'Сапар',
  'Тоқтар',
  'Уәли',
  'Шәкір',
  'Ыбырай',
  'Цой',
  'Иванов',
  'Вебер',
  'Тургун',
];

const MEN: readonly string[] = [
  'Асан',
  'Бауыржан',
  'Ғалым',
  'Диас',
  'Ержан',
  'Қанат',
  'Мирас',
  'Нұрлан',
  'Руслан',
  'Ілияс',
];

const WOMEN: readonly string[] = [
  'Әсел',
  'Балнұр',
  'Гүлмира',
  'Дана',
  'Ерке',
  'Қарлығаш',
  'Мәдина',
  'Назгүл',
  'Ольга',
  'Үміт',
];

/** How many residents each place has here; the last of each is under age. */
const PLACES: readonly (readonly [territory: string, people: number])[] = [
  [DEMO.arna, 40],
  [DEMO.bulaq, 30],
  [DEMO.taldy, 14],
  [DEMO.qarasuVillage, 12],
  [DEMO.aqbulaq, 8],
  [DEMO.tasotkel, 6],
  [DEMO.kokzhiekVillage, 10],
  [DEMO.shoqai, 6],
  [DEMO.kenshi, 8],
];

/** Residents without an office, the same ones at every seeding. */
export const DEMO_RESIDENTS: readonly DemoPerson[] = PLACES.flatMap(([territory, people], place) =>
  Array.from({ length: people }, (_, turn) =>
    residentOf(territory, { number: place * 100 + turn, isUnderAge: turn === people - 1 }),
  ),
);

interface Turn {
  readonly number: number;
  readonly isUnderAge: boolean;
}

/** An invented adult resident without an office, or an under-age one; the same for the same number. */
export function residentOf(territory: string, { number, isUnderAge }: Turn): DemoPerson {
  const sex = number % 2 === 0 ? 'female' : 'male';
  const year = isUnderAge ? 2011 : 1945 + ((number * 7) % 60);
  const bornOn = `${year}-${twoDigits(1 + ((number * 5) % 12))}-${twoDigits(1 + ((number * 3) % 28))}`;
  return {
    iin: inventedIin({ bornOn, sex, serial: 5000 + (number % 1000) }),
    familyName: pick(FAMILIES, number * 3 + 1),
    givenName: pick(sex === 'female' ? WOMEN : MEN, number + (number >> 3)),
    patronymic: null,
    bornOn,
    territory,
    roles: [],
  };
}

function pick(names: readonly string[], place: number): string {
  return names[place % names.length]!;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
