import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import {
  TerritoryReader,
  type TerritoryRow,
} from '#features/registry/territories/territory.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { rememberedPlace } from '../places/place-cookie.js';
import { presentHome } from './home.presenter.js';

const MOST_ROUNDS = 12;

/** The front page: what is open now in the reader's place. */
@PageController()
export class HomePageController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly territories: TerritoryReader,
  ) {}

  @Show('', 'public')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const chosen = rememberedPlace(request) ?? page.person?.territory ?? null;
    const place = chosen === null ? null : await this.territories.find(chosen);
    const rounds = await this.roundsOf(place);
    return page.render('home/home', presentHome({ place, rounds }, page.say));
  }

  private roundsOf(place: TerritoryRow | null): Promise<RoundRow[]> {
    if (place === null) return this.rounds.list({ limit: MOST_ROUNDS });
    return this.rounds.listTouching(place.path, MOST_ROUNDS);
  }
}
