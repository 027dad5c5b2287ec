import type { AnswerFields } from '#features/petitions/answers/answer-petition.js';
import type { NewPetitionFields } from '#features/petitions/petitions/draft-petition.js';
import type { PetitionRefusalFields } from '#features/petitions/petitions/refuse-petition.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { DemoPaper } from './send-demo-paper.js';

/** A collection of the demo town: how long ago it was opened or refused, and what came of it. */
export interface DemoPetition {
  readonly fields: NewPetitionFields;
  readonly checkedDaysAgo: number;
  readonly refusal?: PetitionRefusalFields;
  readonly signatures: number;
  /** When the threshold was reached, where it was. */
  readonly reachedDaysAgo?: number;
  readonly answer?: Omit<AnswerFields, 'enclosures'> & {
    readonly daysAgo: number;
    readonly paper: DemoPaper;
  };
}

const OKRUG = { body: 'akim-office', territory: DEMO.qarasu } as const;

/** One open, one waiting for its answer, one answered, one refused. */
export const DEMO_PETITIONS: readonly DemoPetition[] = [
  {
    fields: {
      addressee: OKRUG,
      title: { kk: 'Ақбұлақ ауылына су құбырын тарту', ru: 'Провести водопровод в село Акбулак' },
      text: {
        kk: 'Ақбұлақ ауылына ауыз су құбырын тартуды және әр көшеге су бағанын орнатуды сұраймыз.',
        ru: 'Просим провести в село Акбулак водопровод и поставить колонку на каждой улице.',
      },
      arguments: {
        kk: 'Ауылдағы тоғыз құдықтың бесеуі жазда кеуіп қалады. Суды аптасына екі рет тасып әкеледі.',
        ru: 'Из девяти колодцев пять летом пересыхают. Воду привозят дважды в неделю.',
      },
      proposals: {
        kk: 'Жобалау қаржысын келесі жылдың бюджетіне енгізу, құрылысты екі кезеңге бөлу.',
        ru: 'Внести деньги на проектирование в бюджет следующего года, строить в два этапа.',
      },
    },
    checkedDaysAgo: 16,
    signatures: 140,
  },
  {
    fields: {
      addressee: OKRUG,
      title: { kk: 'Мектепке баратын жолға жаяу жүргінші жолағы', ru: 'Тротуар по дороге к школе' },
      text: {
        kk: 'Мектеп көшесінің бойымен жарығы бар жаяу жүргінші жолағын салуды сұраймыз.',
        ru: 'Просим построить вдоль улицы Мектеп тротуар с освещением.',
      },
      arguments: {
        kk: 'Балалар көліктер жүретін жолмен барады, қыста таңертең қараңғы.',
        ru: 'Дети идут по проезжей части, зимой утром темно.',
      },
      proposals: {
        kk: 'Алты жүз метр жаяу жол және он төрт шам. Жобасын тұрғындармен бірге қарау.',
        ru: 'Шестьсот метров тротуара и четырнадцать фонарей. Проект обсудить с жителями.',
      },
    },
    checkedDaysAgo: 75,
    signatures: 201,
    reachedDaysAgo: 11,
  },
  {
    fields: {
      addressee: OKRUG,
      title: {
        kk: 'Тасөткелге медициналық пункт дәрігерінің апта сайын келуі',
        ru: 'Еженедельный приём врача в Тасоткеле',
      },
      text: {
        kk: 'Тасөткел ауылына дәрігердің аптасына бір күн келіп қабылдауын ұйымдастыруды сұраймыз.',
        ru: 'Просим организовать приём врача в селе Тасоткель раз в неделю.',
      },
      arguments: {
        kk: 'Ауданға дейін қырық шақырым, қарттар мен балалы аналарға қиын.',
        ru: 'До района сорок километров, пожилым и матерям с детьми трудно.',
      },
      proposals: {
        kk: 'Клубтың бос бөлмесін беру, көлікті округ бюджетінен төлеу.',
        ru: 'Дать свободную комнату клуба, дорогу оплатить из бюджета округа.',
      },
    },
    checkedDaysAgo: 120,
    signatures: 196,
    reachedDaysAgo: 48,
    answer: {
      daysAgo: 25,
      decision: 'partly',
      reasons: {
        kk: 'Қабылдау бөлмесі 1 желтоқсанға дейін клубта дайындалады. Дәрігердің келуі аудандық аурухананың құзыретінде: аурухана айына екі рет келуге келісті.\nАпта сайынғы қабылдау мәселесі аудан мәслихатының сессиясында қаралады.',
        ru: 'Комната для приёма в клубе будет готова до 1 декабря. Приезд врача решает районная больница: она согласилась на два приёма в месяц.\nЕженедельный приём рассмотрит сессия районного маслихата.',
      },
      appeal: {
        kk: 'Шешімге аудан әкімдігіне үш ай ішінде шағымдануға болады.',
        ru: 'На решение можно пожаловаться в акимат района в течение трёх месяцев.',
      },
      decidedOn: null,
      workingGroup: [
        'Есенов А., округ әкімі',
        'Ибраева Ж., мәслихат депутаты',
        'Аудандық аурухана өкілі',
      ],
      visitedOn: null,
      noVisitBecause: null,
      documents: [],
      paper: {
        name: 'Жұмыс тобының хаттамасы.pdf',
        title: 'Жұмыс тобының хаттамасы · Протокол рабочей группы',
        lines: [
          'Тасөткел ауылының клубы тексерілді: бос бөлме 18 м², жылу мен су бар.',
          'Қорытынды: қабылдау бөлмесі 1 желтоқсанға дейін дайындалсын.',
          'Осмотрен клуб села Тасоткель: свободная комната 18 м², тепло и вода есть.',
          'Вывод: подготовить комнату для приёма к 1 декабря.',
        ],
      },
    },
  },
  {
    fields: {
      addressee: OKRUG,
      title: {
        kk: 'Округ әкімі аппаратының штатын қайта құру',
        ru: 'Реорганизовать аппарат акима округа',
      },
      text: {
        kk: 'Округ әкімі аппаратын таратып, орнына жаңа мекеме құруды сұраймыз.',
        ru: 'Просим упразднить аппарат акима округа и создать новое учреждение.',
      },
      arguments: { kk: 'Анықтама алу ұзаққа созылады.', ru: 'Справки выдают долго.' },
      proposals: { kk: 'Жаңа мекеме ашу.', ru: 'Открыть новое учреждение.' },
    },
    checkedDaysAgo: 34,
    refusal: {
      ground: 'excluded-subject',
      subject: 'competence-and-existence-of-bodies',
      earlierPetition: null,
      reasons: {
        kk: 'Мемлекеттік мекемені құру және тарату петицияның нысанасы бола алмайды. Анықтама беру мерзімі туралы депутаттық сауал жолдауға болады.',
        ru: 'Создание и упразднение государственного учреждения не может быть предметом петиции. О сроках выдачи справок можно направить депутатский запрос.',
      },
    },
    signatures: 0,
  },
];
