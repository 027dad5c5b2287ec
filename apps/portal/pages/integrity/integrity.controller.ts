import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OTHER_PLACES } from '#rules/integrity/published-figures.js';
import { IntegrityAnswers } from '../../api/integrity/integrity-answers.js';
import type { IntegrityParts } from '../../api/integrity/integrity.presenter.js';
import { Costs } from '#platform/limits/costs.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentIntegrityPage } from './integrity-page.presenter.js';

/** Whether anything stood out in a voting. */
@PageController('rounds/:id/integrity')
export class IntegrityPageController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly answers: IntegrityAnswers,
    private readonly places: TerritoryReader,
  ) {}

  @Show('', 'public')
  @Costs('statistics')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await this.rounds.getPublic(id);
    return page.shared(async () => {
      const parts = await this.answers.partsOf(round);
      const places = await this.places.getMany(territoriesIn(parts));
      const model = presentIntegrityPage({ round, ...parts, places }, page.say);
      const deskPath = isInOffice(page.person) ? `/rounds/${round.id}/quarantine` : null;
      return page.render('integrity/integrity', { ...model, deskPath });
    });
  }
}

/** Who moves or decides that ballots are set aside. */
function isInOffice(person: SignedIn | undefined): boolean {
  return person?.roles.some(({ role }) => role === 'auditor' || role === 'officer') ?? false;
}

/** The places that a report or a quarantine names; merged ones have no code. */
function territoriesIn({ report, quarantines }: IntegrityParts): string[] {
  const named = [
    ...(report?.figures.places ?? []).map((place) => place.territory),
    ...[...(report?.findings ?? []), ...quarantines]
      .filter(({ signal }) => signal === 'ballots-above-adults')
      .map(({ where }) => where!),
  ];
  return [...new Set(named)].filter((code) => code !== OTHER_PLACES);
}
