import { HttpException, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RoundPlaceReader } from '#features/participation/rounds/round-place.reader.js';
import { actingOnRounds } from '#features/participation/rounds/round.policy.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { SetUpRound } from '#features/participation/rounds/set-up-round.js';
import {
  TerritoryReader,
  type TerritoryRow,
} from '#features/registry/territories/territory.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { lawfulFor, prefilledForm, warningsOfLawfulDays } from './filled-form.js';
import { requestOf, roundFormOf } from './round-form.js';
import { FORM_FIELDS, presentRoundForm } from './round-form.presenter.js';
import { presentSetupStart, unitsOf } from './start.presenter.js';

const MOST_ROUNDS = 100;
const OFFICER = { roles: ['officer'] };

/** An officer begins a round. */
@PageController('round-setup')
export class RoundSetupController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly places: RoundPlaceReader,
    private readonly territories: TerritoryReader,
    private readonly clock: DatabaseClock,
    private readonly setUpRound: SetUpRound,
  ) {}

  @Show('', OFFICER)
  async start(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const units = unitsOf(page.person!, await this.territories.listAll());
    const katos = new Set(units.map((unit) => unit.kato));
    const { today } = await this.clock.now();
    const rounds = await this.rounds.list({ limit: MOST_ROUNDS });
    const own = rounds.filter((round) => katos.has(round.territory));
    const year = Number(today.slice(0, 4)) + 1;
    return page.render(
      'round-setup/start',
      presentSetupStart({ units, rounds: own, year }, page.say),
    );
  }

  @Show('new', OFFICER)
  async begin(
    @Req() request: FastifyRequest,
    @Query('territory') territory?: string,
    @Query('year') year?: string,
  ): Promise<string> {
    return this.showForm(this.pages.open(request), String(territory), yearIn(year));
  }

  @Take('', OFFICER)
  async create(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const form = roundFormOf(fields);
    const territory = fields.text('territory');
    const year = yearIn(fields.text('year'));
    return page.attempt(
      async () => {
        const terms = { ...requestOf(form), territory, year };
        return page.goTo(`/round-setup/${await this.setUpRound.run(page.person!, terms)}`);
      },
      (faults) => this.showForm(page, territory, year, { form, faults }),
      FORM_FIELDS,
    );
  }

  private async showForm(
    page: Page,
    territory: string,
    year: number,
    again: Partial<Pick<Parameters<typeof presentRoundForm>[0], 'form' | 'faults'>> = {},
  ): Promise<string> {
    const units = await this.unitsFrom(page, territory);
    const where = await this.places.getFor(
      territory,
      year,
      units.map(({ kato }) => ({ territory: kato })),
    );
    const lawful = lawfulFor(where);
    const form = again.form ?? prefilledForm(where, lawful);
    const warnings = warningsOfLawfulDays(lawful);
    return page.render('round-setup/form', {
      ...presentRoundForm({ form, units, year, warnings, faults: again.faults }, page.say),
      action: '/round-setup',
      send: page.say.t('rounds.setup.save'),
      territory,
      year: String(year),
    });
  }

  /** The unit and those right below it, each of which may have money of its own. */
  private async unitsFrom(page: Page, kato: string): Promise<readonly TerritoryRow[]> {
    const unit = await this.territories.get(kato);
    actingOnRounds(page.person!, unit.path);
    return [unit, ...(await this.territories.listBelow(kato))];
  }
}

function yearIn(text: string | undefined): number {
  if (text === undefined || !/^2[01]\d\d$/.test(text))
    throw new HttpException({ code: 'http.400' }, 400);
  return Number(text);
}
