import type { IntegrityReportRow } from '#features/proof/integrity/integrity-report.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { IntegrityFinding } from '#rules/integrity/integrity-report.js';
import {
  integrityThresholdsOn,
  type IntegrityThresholds,
} from '#rules/integrity/integrity-thresholds.js';
import { OTHER_PLACES, type PublishedFigures } from '#rules/integrity/published-figures.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';

const RULES = ['ballots', 'burst', 'night', 'age'] as const;

interface IntegrityParts {
  readonly round: RoundRow;
  /** Null until the voting is closed. */
  readonly report: IntegrityReportRow | null;
  readonly pressure: { readonly received: number; readonly answered: number };
  readonly places: readonly TerritoryRow[];
}

/** What stood out in a voting, and from what on something does. */
export function presentIntegrityPage(parts: IntegrityParts, say: Wording) {
  const { round, report, pressure, places } = parts;
  const nameOf = namesIn(places, say);
  const title = say.t('integrity.title');
  return {
    title,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: title },
    ],
    rules: rulesOf(integrityThresholdsOn(civilDateOf(round.calendar.votingFrom)), say),
    json: `/api/v1/rounds/${round.id}/integrity`,
    report: report && {
      findings: report.findings.map((finding) => findingInWords(finding, nameOf, say)),
      figures: figuresOf(report.figures, pressure, say),
      places: placesTable(report.figures, nameOf, say),
    },
  };
}

type NameOf = (territory: string) => string;

function namesIn(places: readonly TerritoryRow[], say: Wording): NameOf {
  const names = new Map(
    places.map(({ kato, nameKk, nameRu }) => [kato, say.official({ kk: nameKk, ru: nameRu }).text]),
  );
  return (territory) =>
    territory === OTHER_PLACES ? say.t('integrity.other') : (names.get(territory) ?? territory);
}

function rulesOf({ from: _from, ...thresholds }: IntegrityThresholds, say: Wording): string[] {
  return RULES.map((rule) => say.t(`integrity.rules.${rule}`, thresholds));
}

function findingInWords(finding: IntegrityFinding, nameOf: NameOf, say: Wording): string {
  const { signal, where = '', measured, threshold } = finding;
  if (measured === null) return say.t(`integrity.signals.${signal}-few`, { where: nameOf(where) });
  const place = signal === 'age-cluster' ? where : nameOf(where);
  return say.t(`integrity.signals.${signal}`, {
    where: place,
    measured: say.number(measured),
    threshold: say.number(threshold),
  });
}

function figuresOf(
  { ballots, busiestMinute, nightPercent }: PublishedFigures,
  pressure: IntegrityParts['pressure'],
  say: Wording,
) {
  const hidden = say.t('integrity.hidden');
  return [
    { key: say.t('integrity.ballots'), value: say.number(ballots) },
    {
      key: say.t('integrity.busiest'),
      value: busiestMinute === null ? hidden : say.number(busiestMinute),
    },
    {
      key: say.t('integrity.nightShare'),
      value: nightPercent === null ? hidden : say.t('integrity.percent', { value: nightPercent }),
    },
    { key: say.t('integrity.pressure'), value: say.t('integrity.pressureCounts', pressure) },
  ];
}

function placesTable({ places }: PublishedFigures, nameOf: NameOf, say: Wording) {
  const columns = ['place', 'ballots', 'adults'] as const;
  return {
    caption: say.t('integrity.places'),
    columns: columns.map((column) => ({
      text: say.t(`integrity.placeColumns.${column}`),
      numeric: column !== 'place',
    })),
    rows: places.map(({ territory, ballots, adults }) => ({
      cells: [
        { text: nameOf(territory) },
        { text: say.number(ballots) },
        { text: say.number(adults) },
      ],
    })),
  };
}
