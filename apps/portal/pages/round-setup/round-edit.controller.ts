import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChangeRound, type RoundChange } from '#features/participation/rounds/change-round.js';
import { daysOf } from '#features/participation/rounds/round-request.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { actingOnRounds } from '#features/participation/rounds/round.policy.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { FormFaults } from '#platform/views/form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { formOfRound } from './filled-form.js';
import { dayIn, requestOf, type RoundForm, roundFormOf } from './round-form.js';
import { FORM_FIELDS, presentRoundForm } from './round-form.presenter.js';

const OFFICER = { roles: ['officer'] };

/** Changing a round before its voting opens. */
@PageController('round-setup/:id/edit')
export class RoundEditController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly territories: TerritoryReader,
    private readonly changeRound: ChangeRound,
  ) {}

  @Show('', OFFICER)
  async edit(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const page = this.pages.open(request);
    const round = await this.roundOf(page, id);
    return this.showForm(page, round, { form: formOfRound(round), version: round.version });
  }

  @Take('', OFFICER)
  async change(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const form = roundFormOf(fields);
    const version = Number(fields.text('version'));
    const round = await this.roundOf(page, id);
    return page.attempt(
      async () => {
        await this.changeRound.run(page.person!, { id, version }, changeIn(form, round));
        return page.goTo(`/round-setup/${id}`);
      },
      (faults) => this.showForm(page, round, { form, version, faults }),
      FORM_FIELDS,
    );
  }

  private async showForm(
    page: Page,
    round: RoundRow,
    { version, ...again }: { form: RoundForm; version: number; faults?: FormFaults },
  ): Promise<string> {
    const units = [
      await this.territories.get(round.territory),
      ...(await this.territories.listBelow(round.territory)),
    ];
    const { warnings } = round.legalBasis;
    return page.render('round-setup/form', {
      ...presentRoundForm({ ...again, units, year: round.year, warnings }, page.say),
      back: `/round-setup/${round.id}`,
      action: `/round-setup/${round.id}/edit`,
      send: page.say.t('rounds.setup.saveChange'),
      version,
    });
  }

  private async roundOf(page: Page, id: string): Promise<RoundRow> {
    const round = await this.rounds.getPublic(id);
    actingOnRounds(page.person!, round.territoryPath);
    return round;
  }
}

/** A day that was left as it is keeps its instant: a calendar may be exact to the second. */
function changeIn(form: RoundForm, round: RoundRow): RoundChange {
  const days = daysOf(round.calendar);
  const request = requestOf(form);
  const moved = Object.entries(form.dates).filter(
    ([field, typed]) => dayIn(typed) !== days[field as keyof typeof days],
  );
  const calendar = Object.fromEntries(moved.map(([field, typed]) => [field, dayIn(typed)]));
  const rule = request.rule?.name === round.rule.name ? round.rule : request.rule;
  return { ...request, calendar, rule };
}
