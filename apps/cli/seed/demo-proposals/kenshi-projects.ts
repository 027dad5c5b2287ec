import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { DemoProposal } from '../demo-proposal.js';

/** Projects of a settlement, few enough to read them all. */
export const KENSHI_PROJECTS: readonly DemoProposal[] = [
  {
    author: [DEMO.kenshi, 2],
    pot: DEMO.kenshi,
    language: 'ru',
    category: 'common-places',
    title: { kk: 'Автобекет айналасын абаттандыру', ru: 'Благоустройство у автостанции' },
    address: 'Посёлок Кенши, улица Горняков, 1',
    at: [49.1512, 66.8021],
    problem: 'У автостанции нет ни навеса, ни освещения, ждать автобус приходится под дождём.',
    idea: 'Построить тёплую остановку, замостить площадь и поставить светильники.',
    beneficiaries: 'Все, кто ездит в районный центр',
    costTenge: 5_200_000,
    votes: { [DEMO.kenshi]: 2 },
  },
  {
    author: [DEMO.kenshi, 3],
    pot: DEMO.kenshi,
    language: 'kk',
    category: 'greening',
    title: { kk: 'Кеншілер саябағына жүз түп ағаш', ru: 'Сто деревьев для парка Горняков' },
    address: 'Кенші кенті, Кеншілер саябағы',
    at: [49.1527, 66.8049],
    problem: 'Саябақта ескі теректер құлап, көлеңке қалмады.',
    idea: 'Жүз түп қарағаш пен емен отырғызып, суару жүйесін тарту.',
    beneficiaries: 'Кенттің барлық тұрғыны',
    costTenge: 3_100_000,
    votes: { [DEMO.kenshi]: 3 },
  },
  {
    author: [DEMO.kenshi, 4],
    pot: DEMO.kenshi,
    language: 'ru',
    category: 'sports-and-playgrounds',
    title: { kk: 'Мұз айдыны және доп алаңы', ru: 'Каток зимой, площадка для мяча летом' },
    address: 'Посёлок Кенши, улица Мира, 15',
    at: [49.1498, 66.8067],
    problem: 'Зимой детям негде кататься, летом — играть: коробка развалилась.',
    idea: 'Поставить новые борта, выровнять основание, провести воду и свет.',
    beneficiaries: 'Дети и подростки посёлка',
    costTenge: 4_600_000,
    votes: { [DEMO.kenshi]: 2 },
  },
];
