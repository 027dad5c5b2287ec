import { DEMO } from './demo-territories.js';
import type { DemoPerson } from './demo-person.js';
import { inventedIin } from './invented-iin.js';

type Names = readonly [family: string, given: string, patronymic: string | null];

/** Deputies beside the two among the office holders; which seat each one holds: demo-maslikhats.ts. */
export const DEMO_DEPUTIES = {
  aidana: deputy(['Беркінбаева', 'Айдана', 'Серікқызы'], ['1984-06-14', 'female'], DEMO.arna),
  dias: deputy(['Қожахмет', 'Диас', 'Маратұлы'], ['1990-02-03', 'male'], DEMO.bulaq),
  irina: deputy(['Соколова', 'Ирина', 'Павловна'], ['1973-10-19', 'female'], DEMO.bulaq),
  murat: {
    ...deputy(['Әбішев', 'Мұрат', 'Сағатұлы'], ['1968-04-27', 'male'], DEMO.bulaq),
    roles: [],
  },
  gulmira: deputy(['Тасболатова', 'Гүлмира', 'Ерланқызы'], ['1979-12-05', 'female'], DEMO.arna),
  yerlan: deputy(['Сатыбалды', 'Ерлан', 'Дәулетұлы'], ['1982-08-21', 'male'], DEMO.arna),
  raushan: deputy(['Исабекова', 'Раушан', 'Төлегенқызы'], ['1970-03-11', 'female'], DEMO.bulaq),
  serik: deputy(['Баймұрат', 'Серік', 'Әлібекұлы'], ['1965-11-30', 'male'], DEMO.arna),
  bauyrzhan: deputy(
    ['Серікұлы', 'Бауыржан', null],
    ['1976-05-17', 'male'],
    DEMO.qarasuVillage,
    DEMO.district,
  ),
  olga: deputy(
    ['Вебер', 'Ольга', 'Викторовна'],
    ['1981-09-08', 'female'],
    DEMO.kenshi,
    DEMO.district,
  ),
  nurlan: deputy(
    ['Кенжебай', 'Нұрлан', 'Советұлы'],
    ['1972-01-24', 'male'],
    DEMO.kokzhiekVillage,
    DEMO.district,
  ),
  saltanat: deputy(
    ['Жұмаділова', 'Салтанат', 'Қанатқызы'],
    ['1988-07-02', 'female'],
    DEMO.taldy,
    DEMO.district,
  ),
} as const;

function deputy(
  [familyName, givenName, patronymic]: Names,
  [bornOn, sex]: readonly [bornOn: string, sex: 'male' | 'female'],
  territory: string,
  maslikhat: string = DEMO.city,
): DemoPerson {
  const isCity = maslikhat === DEMO.city;
  const postKk = isCity ? 'Қала мәслихатының депутаты' : 'Аудан мәслихатының депутаты';
  const postRu = isCity ? 'Депутат маслихата города' : 'Депутат маслихата района';
  return {
    iin: inventedIin({
      bornOn,
      sex,
      serial: 4001,
    }),
    familyName,
    givenName,
    patronymic,
    bornOn,
    territory,
    roles: [
      {
        role: 'deputy',
        territory: maslikhat,
        postKk,
        postRu,
      },
    ],
  };
}
