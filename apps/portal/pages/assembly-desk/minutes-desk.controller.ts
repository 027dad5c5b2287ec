import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddErratum } from '#features/assemblies/minutes/add-erratum.js';
import { AskForRemarks } from '#features/assemblies/minutes/ask-for-remarks.js';
import { CheckMinutes } from '#features/assemblies/minutes/check-minutes.js';
import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { ReviseMinutes } from '#features/assemblies/minutes/revise-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { SettleRemark } from '#features/assemblies/minutes/settle-remark.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { textsIn } from './typed-fields.js';
import { assertOwnMinutes, SECRETARIES } from './desk-access.js';
import { presentMinutesDesk } from './minutes-desk.presenter.js';

/** S07–S10: minutes are checked, shown, submitted for signing, sent, published, corrected. */
@PageController('assembly-desk/minutes/:id')
export class MinutesDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly minutes: MinutesReader,
    private readonly checkMinutes: CheckMinutes,
    private readonly askForRemarks: AskForRemarks,
    private readonly settleRemark: SettleRemark,
    private readonly submitMinutes: SubmitMinutes,
    private readonly reviseMinutes: ReviseMinutes,
    private readonly sendMinutes: SendMinutes,
    private readonly publishMinutes: PublishMinutes,
    private readonly addErratum: AddErratum,
  ) {}

  @Show('', SECRETARIES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  /** One of the steps that need nothing but the decision to take them. */
  @Take('steps', SECRETARIES)
  step(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, async (page, fields) => {
      const person = page.person!;
      const steps: Readonly<Record<string, { run(...asked: [typeof person, string]): unknown }>> = {
        'ask-for-remarks': this.askForRemarks,
        submit: this.submitMinutes,
        revise: this.reviseMinutes,
        send: this.sendMinutes,
        publish: this.publishMinutes,
      };
      await steps[fields.text('step')]?.run(person, id);
    });
  }

  @Take('remarks/:remark', SECRETARIES)
  settle(
    @Param('id', KnownId) id: string,
    @Param('remark', KnownId) remarkId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) => {
      const outcome = fields.text('outcome') === 'accepted' ? 'accepted' : 'refused';
      const reason = outcome === 'refused' ? textsIn(fields, 'reason') : null;
      return this.settleRemark.run(page.person!, { minutesId: id, remarkId, outcome, reason });
    });
  }

  @Take('errata', SECRETARIES)
  correct(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.addErratum.run(page.person!, id, {
        item: Number.parseInt(fields.text('item'), 10) || null,
        was: textsIn(fields, 'was'),
        becomes: textsIn(fields, 'becomes'),
        reason: textsIn(fields, 'reason'),
      }),
    );
  }

  private async act(
    request: FastifyRequest,
    id: string,
    run: (page: Page, fields: FormFields) => Promise<unknown>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await run(page, fields);
        return page.goTo(`/assembly-desk/minutes/${id}`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['item', 'was', 'becomes', 'reason'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const minutes = await this.getOwn(page, id);
    const isOpen = minutes.document === null;
    const check = isOpen ? await this.checkMinutes.run(page.person!, id) : null;
    const model = presentMinutesDesk({ minutes, check, sent }, page.say);
    return page.render('assembly-desk/minutes', model);
  }

  private async getOwn({ person }: Page, id: string): Promise<MinutesRow> {
    const minutes = await this.minutes.getFor(person, id);
    assertOwnMinutes(person!, minutes);
    return minutes;
  }
}
