import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import { WordingReader } from '#features/assemblies/wordings/wording.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { Views } from '#platform/views/views.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { isOnlyAddingRows, isOnlyTakingTemplate, meetingIn, withTemplate } from './convene-form.js';
import { presentConvene } from './convene.presenter.js';
import { SECRETARIES, unitsOf } from './desk-access.js';

/** S02 and S03: a meeting is convened with its agenda; short notice comes back with the lawful day. */
@PageController('assembly-desk/convene')
export class ConvenePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly views: Views,
    private readonly territories: TerritoryReader,
    private readonly wordings: WordingReader,
    private readonly conveneMeeting: ConveneMeeting,
  ) {}

  @Show('', SECRETARIES)
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), {});
  }

  @Take('', SECRETARIES)
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    if (isOnlyAddingRows(fields)) return this.render(page, { fields });
    if (isOnlyTakingTemplate(fields)) {
      const { kept } = await this.wordings.listOf(fields.text('territory'));
      return this.render(page, { fields: withTemplate(fields, kept) });
    }
    const both = { kk: this.views.wording('kk'), ru: this.views.wording('ru') };
    return page.attempt(
      async () => {
        const id = await this.conveneMeeting.run(page.person!, meetingIn(fields, both));
        return page.goTo(`/assembly-desk/meetings/${id}`);
      },
      (faults) => this.render(page, { fields, faults }),
      FIELDS,
    );
  }

  private async render(page: Page, sent: SentForm): Promise<string> {
    const units = await Promise.all(
      unitsOf(page.person!).map(({ territory }) => this.territories.get(territory)),
    );
    const kept = await Promise.all(units.map(({ kato }) => this.wordings.listOf(kato)));
    const templates = kept.flatMap((each) => each.kept.filter(({ question }) => question !== null));
    const { today } = page.frame;
    const model = presentConvene({ units, templates, today, sent }, page.say);
    return page.render('assembly-desk/convene', model);
  }
}

const FIELDS = [
  'territory',
  'kind',
  'meeting',
  'time',
  'place',
  'convener',
  'members',
  'notice',
  'channels',
  'agenda',
  'broadcastUrl',
];
