import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { TerritoryRow } from '../territories/territory.reader.js';

/** KATO codes of the invented oblast; no real code begins with 99. */
export const DEMO = {
  oblast: '990000000',
  city: '991000000',
  arna: '991010000',
  bulaq: '991020000',
  district: '992000000',
  taldy: '992010000',
  qarasu: '992030000',
  qarasuVillage: '992030100',
  aqbulaq: '992030200',
  tasotkel: '992030300',
  zhanazhol: '992030900',
  kokzhiek: '992040000',
  kokzhiekVillage: '992040100',
  shoqai: '992040200',
  kenshi: '992050000',
} as const;

interface Unit {
  readonly kato: string;
  readonly level: TerritoryLevel;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  readonly population?: number;
  readonly isCentre?: true;
  readonly below?: readonly Unit[];
}

const TREE: Unit = {
  kato: DEMO.oblast,
  level: 'oblast',
  kk: 'Ақжайлау облысы',
  ru: 'Акжайлауская область',
  en: 'Aqzhailau oblast',
  population: 412_600,
  below: [
    {
      kato: DEMO.city,
      level: 'oblast-city',
      kk: 'Жаңасу қаласы',
      ru: 'город Жанасу',
      en: 'Zhanasu city',
      population: 148_300,
      isCentre: true,
      below: [
        {
          kato: DEMO.arna,
          level: 'city-district',
          kk: 'Арна ауданы',
          ru: 'район Арна',
          en: 'Arna district',
          population: 81_900,
        },
        {
          kato: DEMO.bulaq,
          level: 'city-district',
          kk: 'Бұлақ ауданы',
          ru: 'район Булак',
          en: 'Bulaq district',
          population: 66_400,
        },
      ],
    },
    {
      kato: DEMO.district,
      level: 'district',
      kk: 'Талдысай ауданы',
      ru: 'Талдысайский район',
      en: 'Taldysai district',
      population: 41_700,
      below: [
        {
          kato: DEMO.taldy,
          level: 'district-city',
          kk: 'Талды қаласы',
          ru: 'город Талды',
          en: 'Taldy town',
          population: 17_840,
          isCentre: true,
        },
        {
          kato: DEMO.qarasu,
          level: 'rural-okrug',
          kk: 'Қарасу ауылдық округі',
          ru: 'Карасуский сельский округ',
          en: 'Qarasu rural okrug',
          population: 3_821,
          below: [
            village(DEMO.qarasuVillage, ['Қарасу ауылы', 'село Карасу', 'Qarasu village'], 2_104),
            village(DEMO.aqbulaq, ['Ақбұлақ ауылы', 'село Акбулак', 'Aqbulaq village'], 1_093),
            village(DEMO.tasotkel, ['Тасөткел ауылы', 'село Тасоткель', 'Tasotkel village'], 624),
          ],
        },
        {
          kato: DEMO.kokzhiek,
          level: 'rural-okrug',
          kk: 'Көкжиек ауылдық округі',
          ru: 'Кокжиекский сельский округ',
          en: 'Kokzhiek rural okrug',
          population: 2_466,
          below: [
            village(
              DEMO.kokzhiekVillage,
              ['Көкжиек ауылы', 'село Кокжиек', 'Kokzhiek village'],
              1_580,
            ),
            village(DEMO.shoqai, ['Шоқай ауылы', 'село Шокай', 'Shoqai village'], 886),
          ],
        },
        {
          kato: DEMO.kenshi,
          level: 'settlement',
          kk: 'Кенші кенті',
          ru: 'посёлок Кенши',
          en: 'Kenshi settlement',
          population: 5_210,
        },
      ],
    },
  ],
};

const POPULATION_ON = '2026-01-01';
const VALID_FROM = '2022-06-08';

/** Units of the invented oblast, parents first, and a village that was merged into another one. */
export const DEMO_TERRITORIES: readonly TerritoryRow[] = [
  ...rowsOf(TREE, []),
  {
    ...rowOf(village(DEMO.zhanazhol, ['Жаңажол ауылы', 'село Жанажол', 'Zhanazhol village']), [
      DEMO.oblast,
      DEMO.district,
      DEMO.qarasu,
    ]),
    validUntil: '2024-12-31',
    succeededBy: DEMO.qarasuVillage,
  },
];

function village(
  kato: string,
  [kk, ru, en]: readonly [string, string, string],
  population?: number,
): Unit {
  const unit = { kato, level: 'village', kk, ru, en } as const;
  return population === undefined ? unit : { ...unit, population };
}

function rowsOf(unit: Unit, above: readonly string[]): TerritoryRow[] {
  const below = (unit.below ?? []).flatMap((each) => rowsOf(each, [...above, unit.kato]));
  return [rowOf(unit, above), ...below];
}

function rowOf(unit: Unit, above: readonly string[]): TerritoryRow {
  const isCounted = unit.population !== undefined;
  return {
    kato: unit.kato,
    parentKato: above.at(-1) ?? null,
    path: [...above, unit.kato],
    level: unit.level,
    nameKk: unit.kk,
    nameRu: unit.ru,
    nameEn: unit.en,
    population: unit.population ?? null,
    populationOn: isCounted ? POPULATION_ON : null,
    populationSource: isCounted ? 'invented' : null,
    isCentre: unit.isCentre ?? false,
    validFrom: VALID_FROM,
    validUntil: null,
    succeededBy: null,
  };
}
