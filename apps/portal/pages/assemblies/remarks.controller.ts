import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DraftMinutesReader } from '#features/assemblies/minutes/draft-minutes.reader.js';
import { MakeRemark } from '#features/assemblies/minutes/make-remark.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentRemarks } from './remarks.presenter.js';
import { remarkIn } from './remark-form.js';

/** Members of the body read its draft minutes and remark on them while there is time. */
@PageController('minutes/:id/remarks')
export class MinutesRemarksPageController {
  constructor(
    private readonly pages: Pages,
    private readonly minutes: MinutesReader,
    private readonly drafts: DraftMinutesReader,
    private readonly makeRemark: MakeRemark,
  ) {}

  @Show('', 'signed-in')
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('', 'signed-in')
  @Costs('words')
  async remark(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.makeRemark.run(page.person!, { minutesId: id, ...remarkIn(fields) });
        return page.goTo(`/minutes/${id}/remarks`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['item', 'text'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const minutes = await this.minutes.getFor(page.person, id);
    const draft = minutes.state === 'under-remarks' ? await this.drafts.get(minutes) : null;
    const { today } = page.frame;
    const model = presentRemarks({ minutes, draft, today, sent }, page.say);
    return page.render('assemblies/remarks', model);
  }
}
