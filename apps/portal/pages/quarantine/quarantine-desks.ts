import { Injectable } from '@nestjs/common';
import { QuarantineReader } from '#features/participation/results/quarantine/quarantine.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { IntegrityReportReader } from '#features/proof/integrity/integrity-report.reader.js';
import { actingAs } from '#features/registry/officers/actor.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Page } from '../_frame/page.js';
import type { QuarantineDesk } from './quarantine-page.presenter.js';

/** Who moves and who decides. */
export const DECIDERS = ['auditor', 'officer'];

/** Gathers what stands on the desk of a round. */
@Injectable()
export class QuarantineDesks {
  constructor(
    private readonly rounds: RoundReader,
    private readonly reports: IntegrityReportReader,
    private readonly quarantines: QuarantineReader,
    private readonly places: TerritoryReader,
  ) {}

  async read({ person, say }: Page, id: string): Promise<QuarantineDesk> {
    const round = await this.getOwn(person, id);
    const findings = (await this.reports.find(round.id))?.findings ?? [];
    const quarantines = await this.quarantines.list(round.id);
    const codes = [...findings, ...quarantines]
      .filter(({ signal }) => signal === 'ballots-above-adults')
      .map(({ where }) => where!);
    const named = await this.places.getMany([...new Set(codes)]);
    const names = new Map(
      named.map(({ kato, nameKk, nameRu }) => [
        kato,
        say.official({ kk: nameKk, ru: nameRu }).text,
      ]),
    );
    return {
      round,
      findings,
      quarantines,
      open: await this.quarantines.findOpen(round.id),
      person: person!,
      nameOf: (code) => names.get(code) ?? code,
    };
  }

  /**
   * A round on whose suspicious ballots the person may say something.
   *
   * @throws DomainError forbidden `identity.role_needed`
   */
  async getOwn(person: SignedIn | undefined, id: string): Promise<RoundRow> {
    const round = await this.rounds.getPublic(id);
    actingAs(person!, DECIDERS, round.territoryPath);
    return round;
  }
}
