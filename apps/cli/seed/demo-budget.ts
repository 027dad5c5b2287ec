import type { NewLine } from '#features/budget/local-budgets/add-lines.js';
import { type Tiyn, tenge } from '#rules/kernel/money.js';

/** Texts and sums of the invented okrug's budget. */
export const REVENUES = tenge(41_500_000);

/** It lives by its own revenues and lends nothing. */
export const SUMS = {
  revenuesTiyn: REVENUES,
  transfersTiyn: 0n,
  netLendingTiyn: 0n,
  financialAssetsTiyn: 0n,
  financingTiyn: 0n,
} as const;

export const PLACE = { kk: 'Талды қаласы, мәслихат залы', ru: 'г. Талды, зал маслихата' };

export const BUDGET_QUESTION = {
  title: { kk: 'Көкжиек ауылдық округінің бюджеті', ru: 'О бюджете Кокжиекского сельского округа' },
  petition: null,
};

export const ADOPTED_TEXT = {
  kk: 'Көкжиек ауылдық округінің бюджеті бекітілсін.',
  ru: 'Утвердить бюджет Кокжиекского сельского округа.',
};

export const BUILT_QUESTION = {
  title: { kk: 'Кенші кентінің бюджеті', ru: 'О бюджете посёлка Кенши' },
  petition: null,
};

export const BUILT_TEXT = {
  kk: 'Кенші кентінің бюджеті бекітілсін.',
  ru: 'Утвердить бюджет посёлка Кенши.',
};

export const REFINED_TEXT = {
  kk: 'Округ бюджетіне нақтылау енгізілсін.',
  ru: 'Внести уточнение в бюджет округа.',
};

export const POSTPONED = {
  kk: 'Жерасты желілері көшірілгенше кейінге қалдырылды, келесі жылы қайта енгізіледі.',
  ru: 'Отложен до переноса подземных сетей, вернётся в бюджет следующего года.',
};

export const OPINION = {
  kk: 'Жоба қолдау тапты: тұрғындар таңдаған жобаларға қаржы бар.',
  ru: 'Проект поддержан: деньги на проекты жителей есть.',
};

export const MINORITY = {
  kk: 'Көше жарығына көбірек қаржы керек еді.',
  ru: 'На освещение улиц нужно больше.',
};

export const CONTRACT = {
  number: '14-К',
  supplierBin: '990340000004',
  supplierName: 'ЖШС «Абат-Құрылыс»',
  procurementUrl: 'https://goszakup.gov.kz/',
};

/** A day on the site without pictures, in time. */
export const SITE_VISIT = {
  finishBy: null,
  delayReason: null,
  place: '',
  latitude: null,
  longitude: null,
  note: '',
  enclosures: [],
} as const;

const LINE = { administrator: '124', funding: 'own' } as const;

/** The office and the street lights; what residents chose comes beside them. */
export function ordinaryLines(left: Tiyn): readonly NewLine[] {
  const lights = tenge(5_000_000);
  return [
    {
      ...LINE,
      title: { kk: 'Әкім аппаратының қызметі', ru: 'Услуги аппарата акима' },
      functionalGroup: '01',
      programme: '001',
      amountTiyn: left - lights,
      origin: { kind: 'law', id: null },
    },
    {
      ...LINE,
      title: { kk: 'Көше жарығы', ru: 'Освещение улиц' },
      functionalGroup: '07',
      programme: '008',
      amountTiyn: lights,
      origin: { kind: 'akimat', id: null },
    },
  ];
}

/** A line of a project that residents chose. */
export function projectLine(project: {
  readonly id: string;
  readonly title: { readonly kk: string; readonly ru: string };
  readonly costTiyn: Tiyn;
}): NewLine {
  return {
    ...LINE,
    title: project.title,
    functionalGroup: '07',
    programme: '011',
    amountTiyn: project.costTiyn,
    origin: { kind: 'project', id: project.id },
  };
}
