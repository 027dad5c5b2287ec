import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { ConstituencyKind } from '#rules/registry/convocation.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { sealedNameOf } from '../residents/name.reader.js';
import { CommissionMemberRecord } from './commission-member.record.js';
import { DeputyReportRecord } from './deputy-report.record.js';
import { MandateRecord } from './mandate.record.js';
import { RecallRequestRecord } from './recall-request.record.js';

/** Where a mandate stands. */
export interface MandateSetting {
  readonly territory: string;
  readonly kind: ConstituencyKind;
  readonly seats: number;
}

/** Somebody on the roll who is to take a seat. */
export interface Candidate {
  readonly id: string;
  readonly bornOn: CivilDate;
  /** For the reader of names. */
  readonly sealedName: string | null;
}

/** A mandate locked for a change, with where it stands. */
export interface MandateForChange {
  readonly mandate: MandateRecord;
  readonly setting: MandateSetting;
}

/** Mandates of deputies, and what is entered under them. */
export class MandateRepository extends TransactionalRepository {
  static override readonly violations = {
    ex_mandates_one_a_seat: () => new DomainError('conflict', 'mandate.seat_taken'),
    ex_mandates_one_a_person: () => new DomainError('conflict', 'mandate.deputy_already'),
    uq_deputy_reports_one_a_year: () => new DomainError('conflict', 'deputy_report.already_there'),
    uq_recall_requests_number: () => new DomainError('conflict', 'recall.already_there'),
    fk_commission_members_commission_id: () =>
      new DomainError('rule-violated', 'mandate.commission_unknown'),
  };

  async add(mandate: MandateRecord, memberships: readonly CommissionMemberRecord[]): Promise<void> {
    await this.mandates.insert(mandate);
    await this.manager.getRepository(CommissionMemberRecord).insert([...memberships]);
  }

  /** The mandate, locked until the end of the transaction. */
  async getForChange(id: string): Promise<MandateForChange> {
    const lock = { mode: 'pessimistic_write' } as const;
    const mandate = await this.mandates.findOne({ where: { id }, lock });
    if (!mandate) throw new DomainError('not-found', 'deputy.not_found');
    const [setting] = (await this.manager.query(SETTING, [id])) as [MandateSetting];
    return { mandate, setting };
  }

  /** Stores changed fields under the next version. */
  async change(mandate: MandateRecord, changes: Partial<MandateRecord>): Promise<void> {
    const version = mandate.version + 1;
    await this.mandates.update({ id: mandate.id }, { ...changes, version });
  }

  async addReport(report: DeputyReportRecord): Promise<void> {
    await this.manager.getRepository(DeputyReportRecord).insert(report);
  }

  async addRecallRequest(request: RecallRequestRecord): Promise<void> {
    await this.manager.getRepository(RecallRequestRecord).insert(request);
  }

  /** Somebody on the roll of residents; null for a stranger. */
  async findResident(pseudonym: Buffer): Promise<Candidate | null> {
    const rows: Candidate[] = await this.manager.query(
      `select r.id, r.born_on::text as "bornOn", ${sealedNameOf('r')} as "sealedName"
       from residents r where r.pseudonym = $1`,
      [pseudonym],
    );
    return rows[0] ?? null;
  }

  private get mandates() {
    return this.manager.getRepository(MandateRecord);
  }
}

const SETTING = `
  select v.territory_kato as territory, c.kind, c.seats
  from mandates m join constituencies c on c.id = m.constituency_id
       join convocations v on v.id = m.convocation_id
  where m.id = $1`;
