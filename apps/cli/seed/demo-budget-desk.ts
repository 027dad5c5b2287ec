import type { NewLine } from '#features/budget/local-budgets/add-lines.js';
import type { ProposedAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import { tenge } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** Sums of the invented district's budget, in millions of tenge; they balance with the lines. */
export const SUMS = {
  revenuesTiyn: tenge(1_240_000_000),
  transfersTiyn: tenge(3_160_000_000),
  netLendingTiyn: 0n,
  financialAssetsTiyn: 0n,
  financingTiyn: tenge(50_000_000),
} as const;

export const LINES: readonly NewLine[] = [
  line(['Аудан әкімі аппаратының қызметі', 'Услуги аппарата акима района'], ['01', '001'], 420),
  line(['Әлеуметтік көмек', 'Социальная помощь'], ['06', '006'], 610),
  line(['Елді мекендерді абаттандыру', 'Благоустройство населённых пунктов'], ['07', '015'], 380),
  line(
    ['Сумен жабдықтау желілері', 'Сети водоснабжения'],
    ['07', '058'],
    1_250,
    'targeted-transfer',
  ),
  line(['Мәдениет үйлері мен кітапханалар', 'Дома культуры и библиотеки'], ['08', '003'], 490),
  line(
    ['Аудандық маңызы бар жолдарды жөндеу', 'Ремонт дорог районного значения'],
    ['12', '023'],
    930,
  ),
  line(
    ['Жергілікті атқарушы органның резерві', 'Резерв местного исполнительного органа'],
    ['13', '012'],
    70,
  ),
  line(['Ауылдық округтерге субвенция', 'Субвенции сельским округам'], ['15', '038'], 300),
];

/** More for improvement than the cut of another line gives: the akim is asked. */
export const AMENDMENT: ProposedAmendment = {
  changes: [
    { line: 3, changeTiyn: tenge(60_000_000) },
    { line: 1, changeTiyn: -tenge(20_000_000) },
  ],
  sources: [{ kind: 'balance', name: 'Қаржы жылының бос қалдығы', amountTiyn: tenge(40_000_000) }],
  justification: {
    kk: 'Талды қаласының жаяу жүргіншілер жолдары ескірген, екі мектептің жолы жарықсыз.',
    ru: 'Тротуары города Талды изношены, дорога к двум школам не освещена.',
  },
  calculation: '2,4 км × 25 000 000 ₸',
  revenueFallTiyn: 0n,
};

export const HEARING = {
  place: { kk: 'Талды қаласы, мәдениет үйі', ru: 'г. Талды, дом культуры' },
  notice: {
    kk: 'Аудан бюджетінің жобасы талқыланады. Кез келген тұрғын келіп, сұрақ қоя алады.',
    ru: 'Обсуждается проект бюджета района. Прийти и задать вопрос может каждый житель.',
  },
} as const;

export const SHORT_OF_PLAN: OfficialText = {
  kk: 'Жеткізуші жабдықты кешіктірді, төлем келесі тоқсанға ауысты.',
  ru: 'Поставщик задержал оборудование, оплата перешла на следующий квартал.',
};

function line(
  [kk, ru]: readonly [string, string],
  [functionalGroup, programme]: readonly [string, string],
  millions: number,
  funding: NewLine['funding'] = 'own',
): NewLine {
  return {
    title: { kk, ru },
    functionalGroup,
    programme,
    administrator: '124',
    amountTiyn: tenge(millions * 1_000_000),
    funding,
    origin: { kind: functionalGroup === '06' ? 'law' : 'akimat', id: null },
  };
}
