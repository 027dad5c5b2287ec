import { HttpException, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { OfficeHolderReader } from '#features/registry/officers/office-holder.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Costs } from '#platform/limits/costs.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { rememberPlace } from './place-cookie.js';
import { presentPlace } from './place.presenter.js';
import { presentPlaces } from './places.presenter.js';

const MOST_FOUND = 30;
const MOST_ROUNDS = 20;

/** Choosing a settlement, and the page of one. */
@PageController('places')
export class PlacePagesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly pages: Pages,
    private readonly territories: TerritoryReader,
    private readonly holders: OfficeHolderReader,
    private readonly rounds: RoundReader,
  ) {}

  @Show('', 'public')
  @Costs('search', 'q')
  async choose(@Req() request: FastifyRequest, @Query('q') query?: string): Promise<string> {
    const page = this.pages.open(request);
    const sought = typeof query === 'string' ? query.slice(0, 100).trim() : '';
    const found = sought === '' ? null : await this.territories.search(sought, MOST_FOUND);
    const all = await this.territories.listAll();
    return page.render('places/places', presentPlaces({ sought, found, all }, page.say));
  }

  @Show(':kato', 'public')
  async show(
    @Req() request: FastifyRequest,
    @Param('kato') kato: string,
    @Query('former') former?: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const place = await this.territories.find(kato);
    if (!place) throw new HttpException({ code: 'http.404' }, 404);
    if (place.succeededBy !== null) return page.goTo(`/places/${place.succeededBy}?former=${kato}`);
    const [path, below, office, akims, rounds, was] = await Promise.all([
      this.territories.listPath(kato),
      this.territories.listBelow(kato),
      this.territories.findOffice(kato),
      this.holders.listNearest('akim', kato),
      this.rounds.listTouching(place.path, MOST_ROUNDS),
      this.territories.find(String(former ?? '')),
    ]);
    const model = { place, path, below, office, akims, rounds, former: was };
    return page.render('places/place', presentPlace(model, page.say));
  }

  @Take(':kato/choice', 'public')
  async remember(
    @Req() request: FastifyRequest,
    @Param('kato') kato: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const place = await this.territories.get(kato);
    rememberPlace(reply, place.kato, this.config.production);
    return this.pages.open(request).goTo('/');
  }
}
