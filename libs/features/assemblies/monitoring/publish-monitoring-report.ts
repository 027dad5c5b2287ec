import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  assessMonitoringReport,
  type MonitoringPeriod,
  monitoringPeriodAt,
} from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import type { BodyMemberRow, BodyRow } from '../bodies/body-row.js';
import { BodyReader } from '../bodies/body.reader.js';
import { MonitoringRepository } from './monitoring.repository.js';

export interface MonitoringReportFields {
  readonly territory: string;
  /** Any day of the period that it covers. */
  readonly periodAt: CivilDate;
  readonly signedOn: CivilDate;
  /** Ids of the seats of those who signed. */
  readonly signedBy: readonly string[];
  readonly findings: OfficialText;
  readonly recommendations: OfficialText;
  /** Ids of files: the signed paper, photos. */
  readonly enclosures: readonly string[];
}

/** The secretary publishes what the commission of the assembly found in a half-year, once each. */
@Injectable()
export class PublishMonitoringReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly bodies: BodyReader,
  ) {}

  /** @throws DomainError rule-violated `monitoring.invalid`, conflict `monitoring.reported_already` */
  async run(person: SignedIn, fields: MonitoringReportFields): Promise<string> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const { territory, signedOn, signedBy, enclosures, findings, recommendations } = fields;
    const body = await this.bodies.getOn(territory, 'assembly', signedOn);
    const actor = actingAs(person, ['secretary'], body.territoryPath);
    const period = periodOf(fields.periodAt);
    assertNoFaults('monitoring.invalid', faultsOf(fields, { body, period, today }));
    const sitting = membersOn(body, signedOn);
    const signers = sitting.filter((one) => signedBy.includes(one.id)).map(({ name }) => name);
    const written = { territory, period, signedOn, signers, findings, recommendations };
    await this.unitOfWork.run(async (tx) => {
      await tx.of(MonitoringRepository).add({ ...written, id, bodyId: body.id, actor, at });
      const { personId } = actor;
      const enclosing = { object: 'monitoring-report', objectId: id, personId } as const;
      await tx.of(EnclosureRepository).enclose(enclosing, enclosures);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'monitoring.report_published',
        objectKind: 'monitoring-report',
        objectId: id,
        territory,
        after: { period, signedOn, signers },
      });
    });
    return id;
  }
}

/** The period that a day belongs to, by the rule of that day. */
export function periodOf(on: CivilDate): MonitoringPeriod {
  return monitoringPeriodAt(on, valueOn('monitoring.every-months', on));
}

/** Members of an assembly who hold their seats on a day. */
export function membersOn({ members }: BodyRow, on: CivilDate): readonly BodyMemberRow[] {
  return members.filter(({ from, until }) => from <= on && on <= until);
}

interface KnownAssembly {
  readonly body: BodyRow;
  readonly period: MonitoringPeriod;
  readonly today: CivilDate;
}

function faultsOf(
  { signedOn, signedBy, findings, recommendations, enclosures }: MonitoringReportFields,
  { body, period, today }: KnownAssembly,
): readonly Fault[] {
  const sitting = membersOn(body, signedOn);
  const commission = sitting.filter(({ onCommission }) => onCommission);
  const report = { period, signedOn, signedBy, findings, recommendations };
  const facts = {
    commission: commission.map(({ id }) => id),
    delegates: sitting.map(({ id }) => id),
    today,
  };
  const isOutside = period.until < body.from || period.from > body.until || period.from > today;
  const faults: Fault[] = [];
  if (isOutside) faults.push({ code: 'monitoring.period_impossible', field: 'period' });
  if (enclosures.length === 0)
    faults.push({ code: 'monitoring.file_missing', field: 'enclosures' });
  return [...assessMonitoringReport(report, facts), ...faults, ...assessEnclosures(enclosures)];
}
