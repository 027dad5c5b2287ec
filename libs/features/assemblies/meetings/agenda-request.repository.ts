import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { AgendaItemRecord } from './agenda-item.record.js';
import type { MeetingFields } from './meeting-fields.js';

/** A petition's request to be put on an agenda. */
export interface NewAgendaRequest {
  readonly id: string;
  readonly territory: string;
  readonly petitionId: string;
  readonly askedBy: string;
  readonly at: Date;
  readonly reasons: OfficialText;
}

/** An agenda that takes requests up. */
export interface TakingUp {
  readonly territory: string;
  readonly agenda: readonly AgendaItemRecord[];
  readonly fields: Pick<MeetingFields, 'agenda'>;
  readonly actor: Actor;
  readonly at: Date;
}

/** Requests of petitions to be put on an agenda. */
export class AgendaRequestRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_agenda_requests_petition: () => new DomainError('conflict', 'agenda.requested_already'),
  };

  async add({ id, territory, petitionId, askedBy, at, reasons }: NewAgendaRequest): Promise<void> {
    await this.manager.query(
      `insert into agenda_requests (id, territory_kato, petition_id, asked_by, asked_at, reasons_kk, reasons_ru)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, territory, petitionId, askedBy, at, reasons.kk, reasons.ru],
    );
  }

  /**
   * Notes at each named request which item takes it up.
   *
   * @throws DomainError not-found `agenda.request_not_found`
   */
  async takeUp({ territory, agenda, fields, actor, at }: TakingUp): Promise<void> {
    for (const [place, { request }] of fields.agenda.entries()) {
      if (request === null) continue;
      await this.settle(
        `update agenda_requests set item_id = $3, settled_by = $4, settled_at = $5
         where id = $1 and territory_kato = $2 and refused_kk is null and item_id is null returning id`,
        [request, territory, agenda[place]!.id, actor.personId, at],
      );
    }
  }

  async refuse(
    id: string,
    { reasons, actor, at }: { readonly reasons: OfficialText; actor: Actor; at: Date },
  ): Promise<void> {
    await this.settle(
      `update agenda_requests set refused_kk = $2, refused_ru = $3, settled_by = $4, settled_at = $5
       where id = $1 and item_id is null and refused_kk is null returning id`,
      [id, reasons.kk, reasons.ru, actor.personId, at],
    );
  }

  private async settle(statement: string, parameters: readonly unknown[]): Promise<void> {
    const [rows] = (await this.manager.query(statement, [...parameters])) as [unknown[], number];
    if (rows.length === 0) throw new DomainError('not-found', 'agenda.request_not_found');
  }
}
