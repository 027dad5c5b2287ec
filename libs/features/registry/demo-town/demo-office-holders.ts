import { DEMO } from './demo-territories.js';
import type { DemoPerson } from './demo-person.js';
import { inventedIin } from './invented-iin.js';

type Names = readonly [family: string, given: string, patronymic: string | null];
type Birth = readonly [bornOn: string, sex: 'male' | 'female'];
type Post = readonly [role: string, territory: string, kk: string, ru: string];

/** People in office: at least one in every role; each is a resident of the place as well. */
export const DEMO_OFFICE_HOLDERS: readonly DemoPerson[] = [
  person(['Сейтқали', 'Айгерім', 'Бауыржанқызы'], ['1988-03-14', 'female'], DEMO.arna, [
    ['officer', DEMO.city, 'Қала әкімдігінің бас маманы', 'Главный специалист акимата города'],
  ]),
  person(['Омаров', 'Дәурен', 'Қайратұлы'], ['1981-11-02', 'male'], DEMO.bulaq, [
    ['officer', DEMO.city, 'Әкімдік бөлімінің басшысы', 'Руководитель отдела акимата'],
  ]),
  person(['Ким', 'Виктория', 'Олеговна'], ['1992-07-21', 'female'], DEMO.arna, [
    ['officer', DEMO.city, 'Әкімдіктің бас инженері', 'Главный инженер акимата'],
  ]),
  person(['Ахметова', 'Гүлнар', 'Серікқызы'], ['1979-05-30', 'female'], DEMO.taldy, [
    [
      'officer',
      DEMO.district,
      'Аудан әкімі аппаратының басшысы',
      'Руководитель аппарата акима района',
    ],
  ]),
  person(['Жүнісов', 'Ерлан', 'Асқарұлы'], ['1986-09-17', 'male'], DEMO.qarasuVillage, [
    [
      'officer',
      DEMO.district,
      'Аудан әкімі аппаратының маманы',
      'Специалист аппарата акима района',
    ],
  ]),
  expert(
    ['Нұрланова', 'Сәуле', 'Маратқызы'],
    ['1975-01-12', 'female'],
    ['Сараптамалық кеңестің төрағасы', 'Председатель Экспертного совета'],
  ),
  expert(['Тілеубаев', 'Болат', 'Жұмабекұлы'], ['1969-08-25', 'male'], councilMember()),
  expert(['Петров', 'Андрей', 'Николаевич'], ['1984-04-03', 'male'], councilMember()),
  expert(['Әлімқұлова', 'Мадина', null], ['1990-12-09', 'female'], councilMember()),
  expert(['Қасымов', 'Нұрсұлтан', 'Ермекұлы'], ['1977-06-18', 'male'], councilMember()),
  villageExpert(['Байжанова', 'Роза', 'Тоқтарқызы'], ['1964-10-05', 'female']),
  villageExpert(['Сүлейменов', 'Қанат', 'Оразұлы'], ['1972-02-27', 'male']),
  villageExpert(['Шмидт', 'Елена', 'Ивановна'], ['1983-03-19', 'female']),
  person(['Мұқанов', 'Тимур', 'Аманұлы'], ['1980-05-08', 'male'], DEMO.arna, [
    ['deputy', DEMO.city, 'Қала мәслихатының депутаты', 'Депутат маслихата города'],
  ]),
  person(['Ибраева', 'Жанар', 'Қуанышқызы'], ['1987-09-29', 'female'], DEMO.taldy, [
    ['deputy', DEMO.district, 'Аудан мәслихатының депутаты', 'Депутат маслихата района'],
  ]),
  person(['Досанова', 'Айнұр', 'Бекетқызы'], ['1985-02-11', 'female'], DEMO.qarasuVillage, [
    [
      'secretary',
      DEMO.qarasu,
      'Жергілікті қоғамдастық жиналысының хатшысы',
      'Секретарь собрания местного сообщества',
    ],
  ]),
  person(['Рахимова', 'Ләззат', 'Нұрланқызы'], ['1974-12-24', 'female'], DEMO.arna, [
    ['maslikhat-secretary', DEMO.city, 'Қала мәслихатының хатшысы', 'Секретарь маслихата города'],
  ]),
  person(['Қалиева', 'Шолпан', 'Амангелдіқызы'], ['1980-08-13', 'female'], DEMO.taldy, [
    [
      'maslikhat-secretary',
      DEMO.district,
      'Аудан мәслихатының хатшысы',
      'Секретарь маслихата района',
    ],
  ]),
  person(['Есенов', 'Арман', 'Талғатұлы'], ['1978-07-07', 'male'], DEMO.qarasuVillage, [
    ['akim', DEMO.qarasu, 'Ауылдық округ әкімі', 'Аким сельского округа'],
  ]),
  person(['Қожахметов', 'Ерболат', 'Маратұлы'], ['1973-09-05', 'male'], DEMO.taldy, [
    ['akim', DEMO.district, 'Аудан әкімі', 'Аким района'],
  ]),
  person(['Төлегенов', 'Самат', 'Ержанұлы'], ['1971-04-16', 'male'], DEMO.arna, [
    ['akim', DEMO.city, 'Қала әкімі', 'Аким города'],
  ]),
  person(['Юсупова', 'Динара', 'Рустамовна'], ['1989-10-31', 'female'], DEMO.bulaq, [
    ['auditor', DEMO.oblast, 'Тексеру комиссиясының аудиторы', 'Аудитор ревизионной комиссии'],
  ]),
  person(['Оспанова', 'Бақыт', 'Әліқызы'], ['1993-06-06', 'female'], DEMO.bulaq, [
    ['clerk', DEMO.city, 'Қабылдау бөлмесінің маманы', 'Специалист стола приёма'],
  ]),
  ...['Сағатова', 'Мырзабек', 'Төреханова'].map((family, place) =>
    person([family, 'Алма', null], [`199${place}-03-0${place + 2}`, 'female'], DEMO.taldy, [
      ['clerk', DEMO.district, 'Қабылдау бөлмесінің маманы', 'Специалист стола приёма'],
    ]),
  ),
  person(['Левченко', 'Максим', 'Сергеевич'], ['1991-01-22', 'male'], DEMO.arna, [
    ['administrator', DEMO.oblast, 'Жүйе әкімшісі', 'Администратор системы'],
  ]),
];

/** A function, for the list above is made before any constant below it. */
function councilMember(): readonly [string, string] {
  return ['Сараптамалық кеңестің мүшесі', 'Член Экспертного совета'];
}

function expert(names: Names, birth: Birth, [kk, ru]: readonly [string, string]): DemoPerson {
  return person(names, birth, DEMO.arna, [['expert', DEMO.city, kk, ru]]);
}

function villageExpert(names: Names, birth: Birth): DemoPerson {
  return person(names, birth, DEMO.qarasuVillage, [['expert', DEMO.district, ...councilMember()]]);
}

function person(
  [familyName, givenName, patronymic]: Names,
  [bornOn, sex]: Birth,
  territory: string,
  posts: readonly Post[],
): DemoPerson {
  const roles = posts.map(([role, where, postKk, postRu]) => ({
    role,
    territory: where,
    postKk,
    postRu,
  }));
  const iin = inventedIin({ bornOn, sex, serial: 3001 });
  return { iin, familyName, givenName, patronymic, bornOn, territory, roles };
}
