import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { DemoProposal } from '../demo-proposal.js';

/** How far an invented proposal has come in a round that still takes proposals in. */
export type QarasuStation =
  | 'draft'
  | 'submitted'
  | 'submitted-later'
  | 'returned'
  | 'checked'
  | 'estimated'
  | 'provisionally-refused'
  | 'refused'
  | 'withdrawn';

/** Proposals of Qarasu by where each stands; the first resident of the list has three of them. */
export const QARASU_PROPOSALS: Readonly<Record<QarasuStation, DemoProposal>> = {
  submitted: {
    author: [DEMO.qarasuVillage, 2],
    pot: DEMO.qarasu,
    language: 'kk',
    category: 'pavements-ramps-aryks',
    title: { kk: 'Мектептен көпірге дейін жаяу жол', ru: 'Тротуар от школы до моста' },
    address: 'Қарасу ауылы, Мектеп көшесі, 1-үйден 27-үйге дейін',
    at: [49.6123, 67.4218],
    problem: 'Балалар мектепке көлік жолының жиегімен барады, көктемде лай тізеден келеді.',
    idea: 'Төрт жүз метр жаяу жол салып, жиектас қою, мектеп қақпасының алдына пандус жасау.',
    beneficiaries: 'Екі жүз қырық оқушы',
    costTenge: 5_400_000,
  },
  'submitted-later': {
    author: [DEMO.aqbulaq, 0],
    pot: DEMO.qarasu,
    language: 'ru',
    category: 'benches-and-rest',
    title: { kk: 'Ақбұлақ бұлағының басында демалыс орны', ru: 'Место отдыха у родника Акбулак' },
    address: 'Село Акбулак, родник за школой',
    at: [49.6354, 67.4681],
    problem: 'К роднику приходят всё лето, но сесть негде, а берег вытоптан.',
    idea: 'Выложить дорожку камнем, поставить четыре скамейки, навес и урны.',
    beneficiaries: 'Жители Акбулака и проезжающие',
    costTenge: 2_300_000,
  },
  returned: {
    author: [DEMO.qarasuVillage, 0],
    pot: DEMO.qarasu,
    language: 'kk',
    category: 'sports-and-playgrounds',
    title: {
      kk: 'Ауыл жастарына арналған жаттығу алаңы',
      ru: 'Площадка для тренировок молодёжи села',
    },
    address: 'Қарасу ауылы, Жастар көшесі',
    at: [49.6131, 67.4242],
    problem: 'Жастар кешке баратын жер таппайды, спорт залы екі жылдан бері жөндеуде.',
    idea: 'Белтемір, қосағаш және басқа жаттығу құралдарын орнатып, төсем төсеу.',
    beneficiaries: 'Ауылдың жүз елу жас тұрғыны',
    costTenge: 4_100_000,
  },
  checked: {
    author: [DEMO.qarasuVillage, 3],
    pot: DEMO.qarasu,
    language: 'ru',
    category: 'greening',
    title: { kk: 'Зират жолының бойына жасыл желек', ru: 'Зелёная полоса вдоль дороги к кладбищу' },
    address: 'Село Карасу, дорога к кладбищу',
    at: [49.6079, 67.4301],
    problem: 'Дорогу каждую зиму переметает, а летом над ней стоит пыль.',
    idea: 'Высадить два ряда карагача и смородины и ухаживать за ними три года.',
    beneficiaries: 'Все семьи села',
    costTenge: 1_900_000,
  },
  estimated: {
    author: [DEMO.tasotkel, 0],
    pot: DEMO.qarasu,
    language: 'kk',
    category: 'common-places',
    title: { kk: 'Тасөткел ауылының көшелеріне жарық', ru: 'Освещение улиц села Тасоткель' },
    address: 'Тасөткел ауылы, Абай және Достық көшелері',
    at: [49.5902, 67.3955],
    problem: 'Ауылдың екі негізгі көшесінде жарық жоқ, қыста дүкенге шамсыз бару қиын.',
    idea: 'Жиырма төрт үнемді шам ілу және ескі бағаналарды ауыстыру.',
    beneficiaries: 'Тасөткелдің жүз он үйі',
    costTenge: 4_900_000,
    checkedTenge: 4_450_000,
    photo: { drawing: 'street-lights', text: 'Сурет: қараңғы көшені жарық қылып тұрған шамдар' },
  },
  'provisionally-refused': {
    author: [DEMO.qarasuVillage, 0],
    pot: DEMO.qarasu,
    language: 'kk',
    category: 'common-places',
    title: { kk: 'Дүкен алдындағы алаңды абаттандыру', ru: 'Благоустройство площадки у магазина' },
    address: 'Қарасу ауылы, Мектеп көшесі, 11',
    at: [49.6118, 67.4227],
    problem: 'Дүкеннің алды шұңқыр, жаңбырдан кейін су тұрып қалады.',
    idea: 'Алаңға тақта төсеп, екі орындық пен велосипед тұрағын қою.',
    beneficiaries: 'Дүкенге келетін ауыл тұрғындары',
    costTenge: 1_700_000,
  },
  refused: {
    author: [DEMO.aqbulaq, 2],
    pot: DEMO.qarasu,
    language: 'ru',
    category: 'pavement-arrangement',
    title: { kk: 'Ақбұлаққа дейінгі жолды жөндеу', ru: 'Ремонт дороги до Акбулака' },
    address: 'Дорога Карасу — Акбулак, первые два километра',
    at: [49.6241, 67.4452],
    problem: 'На дороге ямы, скорая помощь едет из Карасу сорок минут.',
    idea: 'Залатать ямы и отсыпать обочины на первых двух километрах.',
    beneficiaries: 'Жители Акбулака',
    costTenge: 5_900_000,
  },
  withdrawn: {
    author: [DEMO.qarasuVillage, 4],
    pot: DEMO.qarasu,
    language: 'ru',
    category: 'sanitation',
    title: { kk: 'Орталық көшеге қоқыс жәшіктері', ru: 'Урны на центральной улице' },
    address: 'Село Карасу, улица Мектеп',
    at: [49.6126, 67.4231],
    problem: 'На всей улице нет ни одной урны.',
    idea: 'Поставить двадцать урн и заключить договор на вывоз.',
    beneficiaries: 'Жители и гости села',
    costTenge: 700_000,
    withdrawnFor: 'Урны установил владелец магазина за свой счёт',
  },
  draft: {
    author: [DEMO.qarasuVillage, 0],
    pot: DEMO.qarasu,
    language: 'kk',
    category: 'greening',
    title: { kk: 'Ауыл кітапханасының бағы', ru: 'Сад сельской библиотеки' },
    address: 'Қарасу ауылы, Кітапхана көшесі, 2',
    at: [49.6112, 67.4209],
    problem: 'Кітапхананың ауласы бос жатыр.',
    idea: 'Алма ағаштарын отырғызып, оқуға ыңғайлы көлеңкелі орын жасау.',
    beneficiaries: 'Кітапхана оқырмандары',
    costTenge: 1_100_000,
  },
};
