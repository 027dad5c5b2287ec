import type {
  HeardReportRow,
  ReportStanding,
} from '#features/assemblies/akim-answers/heard-report.reader.js';
import type { BodyMemberRow, BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { MonitoringReportRow } from '#features/assemblies/monitoring/monitoring-report-row.js';
import type { ListedDismissalRow } from '#features/budget/dismissals/dismissal-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import { bodyAt } from '../../papers/minutes-words.js';
import { placeName } from '../places/place-name.js';
import { dismissalDoor } from './dismissal-door.presenter.js';
import { presentMonitoring } from './monitoring.presenter.js';

export interface ShownBodies {
  readonly place: TerritoryRow;
  readonly bodies: readonly BodyRow[];
  /** Reports that were heard, and what they lead to. */
  readonly standing: ReportStanding;
  readonly monitored: readonly MonitoringReportRow[];
  readonly dismissals: readonly ListedDismissalRow[];
  readonly today: CivilDate;
}

/** The bodies of a unit and of those below it: terms, members by settlement, seats that changed. */
export function presentBodies(shown: ShownBodies, say: Wording) {
  const { place, bodies, standing, monitored, dismissals, today } = shown;
  const title = `${say.t('assemblies.body.members')}: ${placeName(place, say)}`;
  return {
    title,
    crumbs: [{ text: say.t('assemblies.list.title'), path: '/assemblies' }, { text: title }],
    reports: standing.reports.map((report) => reportLine(report, say)),
    leadsTo: leadsTo(standing, say),
    dismissals: dismissals.map((dismissal) => dismissalDoor(dismissal, say)),
    monitoring: presentMonitoring({ bodies, reports: monitored, today }, say),
    bodies: bodies.map((body) => bodyPart(body, today, say)),
    meetings: `/assemblies?place=${place.kato}`,
  };
}

function bodyPart(
  { kind, territoryName, from, until, members }: BodyRow,
  today: CivilDate,
  say: Wording,
) {
  const sits = (member: BodyMemberRow) => member.from <= today && member.until >= today;
  const sitting = members.filter(sits);
  const former = members.filter((member) => member.until < today);
  const name = bodyAt(kind, territoryName, say);
  return {
    title: name,
    term: say.t('assemblies.body.term', { from: say.date(from), until: say.date(until) }),
    seats: say.t('assemblies.body.seats', { count: sitting.length }),
    table: membersTable(name, sitting, say),
    former: former.map((member) => `${member.name}, ${say.date(member.until)}`),
  };
}

function membersTable(caption: string, members: readonly BodyMemberRow[], say: Wording) {
  const columns = ['name', 'settlement', 'post', 'until'];
  return {
    caption,
    columns: columns.map((column) => ({ text: say.t(`assemblies.body.columns.${column}`) })),
    rows: members.map((member) => ({
      cells: [
        { text: member.name },
        { text: say.official(member.settlementName).text },
        { text: postWords(member, say) },
        { text: say.date(member.until) },
      ],
    })),
  };
}

function postWords({ post, onCommission }: BodyMemberRow, say: Wording): string {
  const commission = onCommission ? [say.t('assemblies.body.commission')] : [];
  return [say.t(`assemblies.body.posts.${post}`), ...commission].join('. ');
}

function reportLine(
  { kind, heldOn, approved, minutesId, minutesNumber, item, reportUrl }: HeardReportRow,
  say: Wording,
) {
  const name = say.t(`assemblies.reports.kinds.${kind}`);
  return {
    text: `${name}, ${say.date(heldOn)}`,
    tag: {
      text: say.t(`assemblies.reports.${approved ? 'approved' : 'refused'}`),
      colour: approved ? 'green' : 'red',
    },
    path: `/minutes/${minutesId}#item-${item}`,
    minutes: say.t('assemblies.paper.title', { number: minutesNumber }),
    report: reportUrl ?? undefined,
  };
}

/** Two refusals in a row are a ground to raise the dismissal; one is said to lead there. */
function leadsTo({ ground }: ReportStanding, say: Wording): string | undefined {
  if (ground.kind === 'refused-reports')
    return say.t('assemblies.reports.ground', { refused: ground.refused });
  if (ground.kind === 'assembly-initiative' || ground.refused === 0) return undefined;
  return say.t('assemblies.reports.nearGround', {
    refused: ground.refused,
    missing: ground.missing,
  });
}
