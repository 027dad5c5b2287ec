import { tenge } from '#rules/kernel/money.js';
import { svg } from '#platform/views/svg.js';
import type { PageModel } from '#platform/views/views.js';
import type { Wording } from '#platform/views/wording.js';

// Long words and sentences on purpose: Kazakh texts run a third longer than English ones.
const WORDS = {
  kk: {
    title: 'Абай көшесі, 12-үйдің ауласындағы балалар ойын алаңын абаттандыру және көгалдандыру',
    lead: 'Сараптамалық кеңестің қорытындысы бойынша жоба дауыс беруге жіберілді, себебі ол жалпы ортақ пайдаланылатын орынға қатысты.',
    place: 'Есіл ауданы',
    person: 'Әлия Қанатқызы',
    category: 'ойын алаңы',
  },
  ru: {
    title: 'Благоустройство и озеленение детской игровой площадки во дворе дома 12 по улице Абая',
    lead: 'По заключению Экспертного совета проект допущен к голосованию, потому что относится к месту общего пользования.',
    place: 'Есильский район',
    person: 'Алия Канатовна',
    category: 'игровая площадка',
  },
  en: {
    title: 'A children’s playground and trees in the yard of 12 Abai Street',
    lead: 'The Expert Council admitted the project to the vote: it is about a common-use place.',
    place: 'Esil district',
    person: 'Aliya Kanatovna',
    category: 'playground',
  },
} as const;

/** Every shared part at once, for the page that shows how they look. */
export function specimenModel(say: Wording): PageModel {
  const words = WORDS[say.lang];
  return {
    frame: {
      path: '/specimen?page=2',
      requestId: '0197f3a2-7c11',
      today: '2027-04-19',
      standIn: true,
      place: { text: words.place, path: '/places/711110' },
      person: { name: words.person, doors: [{ text: words.category, path: '/my' }] },
    },
    crumbs: [{ text: words.place, path: '/places/711110' }, { text: words.title }],
    back: '/rounds/1',
    title: words.title,
    lead: words.lead,
    onceKey: '0197f3a2-0000',
    scripts: ['budget-bar.js', 'autosave.js', 'photo-preview.js'],
    onlyRussian: { ru: 'Решение Экспертного совета № 4' },
    ...roundParts(say, words),
    ...formParts(words),
  };
}

type Words = (typeof WORDS)[Wording['lang']];

function roundParts(say: Wording, words: Words) {
  const sum = (amount: number) => say.moneyShort(tenge(amount));
  const days = say.daysLeft('2027-04-24', '2027-04-19');
  return {
    steps: [
      {
        state: 'done',
        text: words.category,
        dates: say.day('2027-03-01'),
        struck: say.day('2027-02-26'),
      },
      { state: 'done', text: words.category, dates: say.day('2027-04-05') },
      { state: 'current', text: words.category, dates: say.day('2027-04-24'), note: days },
      { state: 'ahead', text: words.category, dates: say.day('2027-04-30') },
    ],
    figures: [
      { label: words.category, value: sum(800_000_000) },
      { label: words.place, value: say.number(2761) },
      { label: words.category, value: say.percent(2761, 41000) },
    ],
    strip: svg`<svg viewBox="0 0 800 44" preserveAspectRatio="none" role="img" aria-label="${words.lead}"><rect class="chart-won" width="420" height="44"></rect><rect class="chart-won-next" x="420" width="250" height="44"></rect><rect class="chart-rest" x="670" width="130" height="44"></rect></svg>`,
    bars: [
      {
        state: 'won',
        text: words.title,
        path: '/projects/17',
        percent: 92,
        value: say.number(2541),
      },
      {
        state: 'lost',
        text: words.title,
        percent: 40,
        value: say.number(1104),
        reason: words.category,
      },
    ],
    filters: [{ text: words.category, path: '/rounds/1/projects' }],
    history: ['done', 'current', 'ahead', 'missing'].map((state) => ({
      state,
      at: say.date('2027-04-02'),
      text: words.title,
      path: '/projects/17/trail',
      who: words.place,
      detail: words.lead,
    })),
    photos: [1, 2].map(() => ({ src: '/photos/1.svg', alt: words.title, caption: words.place })),
    documents: [{ src: '/files/4.pdf', text: words.title, detail: 'PDF, 240 KB', lang: 'kk' }],
    limitLink: { text: words.place, path: '/rounds/1' },
    limit: { percent: 12, text: words.lead },
    budget: {
      percent: 60,
      text: `${say.t('common.budget.left')}: ${sum(120_000_000)}`,
      sums: [
        { label: say.t('common.budget.left'), value: sum(120_000_000), strong: true },
        { label: say.t('common.budget.chosen'), value: sum(180_000_000) },
        { label: say.t('common.budget.total'), value: sum(300_000_000) },
      ],
      action: { text: say.t('common.budget.check'), path: '/rounds/1/vote/check' },
    },
    cards: [17, 22, 9].map((number) => projectCard(say, words, number)),
    evaluation: {
      title: words.place,
      verdict: { text: words.category, colour: 'green' },
      decided: say.date('2027-04-02'),
      criteria: [
        { state: 'met', text: words.category, reason: words.lead, post: words.place },
        { state: 'not-met', text: words.category, reason: words.lead, post: words.place },
        { state: 'open', text: words.category },
      ],
    },
    diff: [
      { text: words.lead },
      { text: ` ${words.category}`, added: true },
      { text: ' 1200', removed: true },
    ],
    ...lists(say, words),
  };
}

function projectCard(say: Wording, words: Words, number: number) {
  const chosen = number === 22;
  const short = say.t('common.budget.doesNotFit', { short: say.moneyShort(tenge(35_000_000)) });
  return {
    number,
    level: 3,
    title: words.title,
    path: `/projects/${number}`,
    category: words.category,
    cost: say.moneyShort(tenge(38_500_000)),
    costExact: say.money(tenge(38_500_000)),
    facts: [words.place],
    tag: { text: words.category, colour: 'green' },
    chosen,
    short: number === 9 ? short : undefined,
    choice: { id: String(number), action: '/rounds/1/vote/choose', chosen },
  };
}

function lists(say: Wording, words: Words) {
  const row = (state: string, days: string) => ({
    cells: [
      { text: words.title, path: '/projects/17' },
      { text: say.moneyShort(tenge(38_500_000)) },
      { badge: { state, text: days } },
    ],
  });
  return {
    table: {
      caption: words.place,
      columns: [
        { text: words.category },
        { text: say.t('common.budget.total'), numeric: true },
        { text: say.t('common.day') },
      ],
      rows: [
        row('green', say.daysLeft('2027-04-29', '2027-04-19')),
        row('amber', say.daysLeft('2027-04-19', '2027-04-19')),
        row('overdue', say.daysLeft('2027-04-16', '2027-04-19')),
      ],
    },
    pagination: {
      previous: '/rounds/1/projects?page=1',
      next: '/rounds/1/projects?page=3',
      pages: [
        { number: 1, path: '/rounds/1/projects?page=1' },
        { number: 2, path: '/rounds/1/projects?page=2', current: true },
        { gap: true },
        { number: 14, path: '/rounds/1/projects?page=14' },
      ],
    },
    tasks: ['done', 'started', 'to-correct', 'not-started', 'cannot-start'].map((state) => ({
      state,
      text: words.category,
      ...(state === 'cannot-start' ? {} : { path: '/propose/1/place', hint: words.lead }),
    })),
    rows: [
      { key: words.category, value: words.title, change: '/propose/1/title' },
      { key: words.place, lines: [words.category, words.place], change: '/propose/1/place' },
      { key: words.person },
    ],
    panel: { level: 2, title: say.t('common.success'), label: words.place, value: '7KQ4-M2XD-9' },
  };
}

function formParts(words: Words) {
  const choices = [
    { value: 'a', text: words.category, hint: words.lead },
    { value: 'b', text: words.place },
  ];
  return {
    faults: {
      summary: [
        { text: words.lead, href: '#title' },
        { text: words.category, href: '#until' },
      ],
      fields: { title: words.lead, until: words.category },
    },
    radios: { name: 'category', legend: words.title, legendSize: 'm', value: 'b', choices },
    checkboxes: { name: 'grounds', legend: words.place, hint: words.lead, values: ['a'], choices },
    select: { name: 'district', label: words.place, value: 'b', choices },
  };
}
