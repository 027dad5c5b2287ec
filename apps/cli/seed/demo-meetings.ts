import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';

/** Where the assembly of the okrug meets. */
export const HALL: OfficialText = {
  kk: 'Қарасу ауылы, Мәдениет үйі, Мектеп көшесі, 5',
  ru: 'с. Карасу, Дом культуры, ул. Мектеп, 5',
};

export const CHANNELS = [
  'Округ әкімі аппаратының ақпарат тақтасы · доска объявлений аппарата акима',
  'Ауылдың WhatsApp-чаты · чат села в WhatsApp',
];

/** Delegates by the place of a demo resident: village, and place in its list. */
export const DELEGATES: readonly (readonly [territory: string, place: number])[] = [
  [DEMO.qarasuVillage, 2],
  [DEMO.qarasuVillage, 3],
  [DEMO.qarasuVillage, 4],
  [DEMO.qarasuVillage, 5],
  [DEMO.aqbulaq, 2],
  [DEMO.aqbulaq, 3],
  [DEMO.aqbulaq, 4],
  [DEMO.tasotkel, 2],
  [DEMO.tasotkel, 3],
];

/** An item of a demo meeting with what was said and decided. */
export interface DemoItem {
  readonly question: AssemblyQuestion;
  readonly title: OfficialText;
  readonly heard: OfficialText;
  readonly speech: string;
  readonly decision: OfficialText;
  readonly votes: readonly [votesFor: number, against: number, abstained: number];
}

export const BUDGET: DemoItem = {
  question: 'budget',
  title: {
    kk: 'Қарасу ауылдық округінің келесі жылғы бюджетінің жобасын келісу туралы',
    ru: 'О согласовании проекта бюджета Карасуского сельского округа на следующий год',
  },
  heard: {
    kk: 'Округ әкімі А. Есенов бюджет жобасын таныстырды: кірістер мен шығыстар, жолдарды жарықтандыру, көшелерді тазалау.',
    ru: 'Аким округа А. Есенов представил проект бюджета: доходы и расходы, освещение дорог, уборка улиц.',
  },
  speech: 'Ақбұлаққа баратын жолдың жарығына бөлінген ақша жеткіліксіз, бірақ жобаны қолдаймын.',
  decision: {
    kk: 'Округтің келесі жылғы бюджетінің жобасы келісілсін.',
    ru: 'Согласовать проект бюджета округа на следующий год.',
  },
  votes: [6, 1, 0],
};

export const PROJECTS: DemoItem = {
  question: 'project-list',
  title: {
    kk: 'Тұрғындар ұсынған жобалардың кезегі туралы',
    ru: 'Об очерёдности проектов, предложенных жителями',
  },
  heard: {
    kk: 'Хатшы халық қатысатын бюджетке түскен жобалардың тізімін оқыды.',
    ru: 'Секретарь зачитала список проектов, поданных на бюджет народного участия.',
  },
  speech: 'Алдымен балаларға керегін салайық, қалғаны келесі жылы болсын.',
  decision: {
    kk: 'Жобалар мынадай кезекпен бюджетке ұсынылсын: тізімдегі ретімен, көрсетілген сомалар шегінде.',
    ru: 'Предложить проекты в бюджет в порядке списка, в пределах указанных сумм.',
  },
  votes: [5, 2, 0],
};

export const REPEAT: DemoItem = {
  question: 'project-list',
  title: {
    kk: 'Әкімнің қарсылығына байланысты жобалар кезегін қайта талқылау туралы',
    ru: 'О повторном обсуждении очерёдности проектов в связи с возражением акима',
  },
  heard: {
    kk: 'Әкімнің қарсылығы оқылды: бірінші тұрған жобаға биыл ақша жоқ.',
    ru: 'Зачитано возражение акима: на первый проект в этом году нет денег.',
  },
  speech: 'Жоба бір жылға созылса да, кезегі бірінші болып қалсын.',
  decision: {
    kk: 'Жобалар кезегі туралы шешім өзгеріссіз қалдырылсын.',
    ru: 'Оставить решение об очерёдности проектов без изменений.',
  },
  votes: [7, 0, 0],
};

export const REPORT: DemoItem = {
  question: 'akim-report',
  title: {
    kk: 'Округ әкімінің жыл бойғы жұмысы туралы есебі',
    ru: 'Отчёт акима округа о работе за год',
  },
  heard: {
    kk: 'Округ әкімі А. Есенов бір жылда атқарылған жұмыс туралы есеп берді.',
    ru: 'Аким округа А. Есенов отчитался о работе за год.',
  },
  speech: 'Тасөткелге су тартылмады, қысқы жол тазаланбады. Есепті бекітуге қарсымын.',
  decision: {
    kk: 'Округ әкімінің есебі бекітілсін.',
    ru: 'Утвердить отчёт акима округа.',
  },
  votes: [2, 5, 1],
};

export const DISMISSAL: DemoItem = {
  question: 'akim-dismissal',
  title: {
    kk: 'Округ әкімін қызметінен босату туралы мәселеге бастамашылық жасау',
    ru: 'Об инициировании вопроса об освобождении акима округа от должности',
  },
  heard: {
    kk: 'Жиналыс төрағасы әкімнің есебі мақұлданбағанын, Тасөткелдің су мәселесі шешілмегенін айтты.',
    ru: 'Председатель напомнил, что отчёт акима не одобрен, а вода в Тасоткель не проведена.',
  },
  speech: 'Екі жыл уәде естідік. Мәслихат қарасын.',
  decision: {
    kk: 'Округ әкімін босату туралы мәселе аудандық мәслихатқа енгізілсін.',
    ru: 'Внести в районный маслихат вопрос об освобождении акима округа.',
  },
  votes: [5, 1, 1],
};

/** What the maslikhat's secretary noted about the signature sheets. */
export const SHEETS_PROTOCOL: OfficialText = {
  kk: 'Барлық қол депутаттардың өз қолы, парақтар толық толтырылған.',
  ru: 'Все подписи принадлежат депутатам, листы заполнены полностью.',
};

/** What the monitoring commission found in a half-year. */
export const MONITORING: {
  readonly findings: OfficialText;
  readonly recommendations: OfficialText;
} = {
  findings: {
    kk: 'Көше жарығына бөлінген 4,2 млн теңгенің 3,1 млн теңгесі жұмсалды. Ақбұлақтағы алты шамның екеуі жанбайды.',
    ru: 'Из 4,2 млн тенге на уличное освещение израсходовано 3,1 млн. В Акбулаке не горят два фонаря из шести.',
  },
  recommendations: {
    kk: 'Кепілдік бойынша екі шам ауыстырылсын, қалған ақша Тасөткелге бағытталсын.',
    ru: 'Заменить два фонаря по гарантии, остаток средств направить в Тасоткель.',
  },
};

export const PRIORITIES = {
  question: 'priorities',
  title: {
    kk: 'Ауылдық округтің басым міндеттері туралы',
    ru: 'О приоритетных задачах сельского округа',
  },
} as const;

export const UPCOMING = {
  question: 'budget-report',
  title: {
    kk: 'Биылғы бюджеттің орындалуы туралы есепті келісу',
    ru: 'О согласовании отчёта об исполнении бюджета за этот год',
  },
} as const;

export const OVERDUE: DemoItem = {
  question: 'communal-property',
  title: {
    kk: 'Ескі клуб ғимаратын жалға беру туралы',
    ru: 'О сдаче в аренду старого здания клуба',
  },
  heard: {
    kk: 'Округ әкімі аппаратының маманы жалға алушылардың ұсыныстарын айтты.',
    ru: 'Специалист аппарата акима рассказал о предложениях арендаторов.',
  },
  speech: 'Ғимаратта алдымен кітапхана ашайық.',
  decision: {
    kk: 'Клуб ғимараты кітапханаға берілсін.',
    ru: 'Передать здание клуба библиотеке.',
  },
  votes: [6, 0, 0],
};

/** Why the akim objects to the sequence of projects. */
export const OBJECTION: OfficialText = {
  kk: 'Бірінші тұрған жобаның құны округ бюджетінің мүмкіндігінен асады.',
  ru: 'Стоимость первого проекта больше возможностей бюджета округа.',
};

export const CONFIRMATION: OfficialText = {
  kk: 'Мәслихаттағы талқылаудан кейін жиналыстың шешімі бекітілді: жоба екі кезеңмен қаржыландырылады.',
  ru: 'После обсуждения в маслихате решение собрания подтверждено: проект профинансируют в два этапа.',
};

export const QUESTION = 'Көше шамдарына бөлінген ақша толық жұмсалды ма, қанша шам орнатылды?';
