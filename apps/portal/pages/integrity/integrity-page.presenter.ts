import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { IntegrityFinding } from '#rules/integrity/integrity-report.js';
import type { IntegrityThresholds } from '#rules/integrity/integrity-thresholds.js';
import { OTHER_PLACES, type PublishedFigures } from '#rules/integrity/published-figures.js';
import type { Wording } from '#platform/views/wording.js';
import type { IntegrityParts } from '../../api/integrity/integrity.presenter.js';
import { batchPart, type NameOf, totalsTable } from '../quarantine/quarantine-words.js';

const RULES = ['ballots', 'burst', 'night', 'age'] as const;

interface PageParts extends IntegrityParts {
  readonly round: RoundRow;
  readonly places: readonly TerritoryRow[];
}

/** What stood out in a voting, and from what on something does. */
export function presentIntegrityPage(parts: PageParts, say: Wording) {
  const { round, report, planned, places } = parts;
  const nameOf = namesIn(places, say);
  const title = say.t('integrity.title');
  return {
    title,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: title },
    ],
    rules: rulesOf(report?.thresholds ?? planned, say),
    quarantine: quarantinePart(parts, nameOf, say),
    json: `/api/v1/rounds/${round.id}/integrity`,
    report: report && {
      findings: report.findings.map((finding) => findingInWords(finding, nameOf, say)),
      figures: figuresOf(report.figures, parts.pressureReports, say),
      places: placesTable(report.figures, nameOf, say),
    },
  };
}

/** What was set aside or is to be, and what those ballots chose; null where nothing was moved. */
function quarantinePart({ quarantines, quarantined }: PageParts, nameOf: NameOf, say: Wording) {
  if (quarantines.length === 0) return null;
  const caption = say.t('quarantine.totals', { count: quarantined?.ballots ?? 0 });
  return {
    batches: quarantines.map((row) => batchPart(row, nameOf, say)),
    totals: quarantined && totalsTable(quarantined, caption, say),
  };
}

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
  pressure: IntegrityParts['pressureReports'],
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
