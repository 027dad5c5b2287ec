import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import {
  type MaslikhatLine,
  MaslikhatReader,
} from '#features/registry/deputies/maslikhat.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentDeputy } from './deputy.presenter.js';
import { presentDeputies } from './maslikhat.presenter.js';

const MOST_INQUIRIES = 200;

/** R33: a maslikhat seat by seat, and a deputy. */
@PageController('deputies')
export class DeputyPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly deputies: DeputyReader,
    private readonly maslikhats: MaslikhatReader,
    private readonly territories: TerritoryReader,
    private readonly inquiries: InquiryReader,
    private readonly petitions: PetitionReader,
    private readonly collections: CollectionReader,
  ) {}

  @Show('', 'public')
  async list(
    @Req() request: FastifyRequest,
    @Query('maslikhat') maslikhat?: string,
    @Query('place') place?: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const lines = await this.maslikhats.list();
      const chosen = String(maslikhat ?? (await this.nearest(lines, place)) ?? '');
      const shown = await this.maslikhats.find(chosen);
      const brought = shown ? await this.collections.listForSession(chosen) : [];
      const model = { lines, shown, brought };
      return page.render('deputies/deputies', presentDeputies(model, page.say));
    });
  }

  @Show(':id', 'public')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const deputy = await this.deputies.get(id);
      const own = await this.petitions.listOwn(deputy.personId);
      const petitions = own.filter(({ state }) => isPublic(state));
      const inquiries = await this.inquiries.listUrgent({
        deputy: deputy.id,
        limit: MOST_INQUIRIES,
      });
      return page.render(
        'deputies/deputy',
        presentDeputy({ deputy, inquiries, petitions }, page.say),
      );
    });
  }

  /** The maslikhat of a place or of the nearest unit above it; without a place, the only one there is. */
  private async nearest(lines: readonly MaslikhatLine[], place: string | undefined) {
    if (place === undefined) return lines.length === 1 ? lines[0]?.territory : undefined;
    const unit = await this.territories.find(String(place));
    return unit?.path.findLast((kato) => lines.some(({ territory }) => territory === kato));
  }
}
