import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SignOnPaper } from '#features/assemblies/minutes/sign-on-paper.js';
import { KnownId } from '#platform/http/known-id.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { atFile, neededFile } from './chosen-file.js';
import { keepsMinutesOf, SECRETARIES } from './desk-access.js';
import { presentSigning } from './sign.presenter.js';

/** S09: the chair and the secretary sign what they have read, by its digest. */
@PageController('minutes/:id/signature')
export class SignMinutesController {
  constructor(
    private readonly pages: Pages,
    private readonly minutes: MinutesReader,
    private readonly signMinutes: SignMinutes,
    private readonly signOnPaper: SignOnPaper,
  ) {}

  @Show('', 'signed-in')
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Take('', 'signed-in')
  @FreshProof()
  async sign(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const sent = fields.text('capacity');
    const capacity = sent === 'chair' || sent === 'secretary' ? sent : null;
    const digest = fields.text('digest');
    return page.attempt(
      async () => {
        await this.signMinutes.run(page.person!, { minutesId: id, capacity, digest });
        return page.goTo(`/minutes/${id}/signature`);
      },
      (faults) => this.render(page, id, { fields, faults }),
    );
  }

  /** Whoever signs by hand has the scan entered by the secretary. */
  @TakeWithFile('paper', SECRETARIES)
  async signed(
    @Param('id', KnownId) minutesId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const capacity = fields.text('capacity') === 'chair' ? 'chair' : 'secretary';
    return page.attempt(
      async () => {
        const signedOn = dayIn(fields, 'signedOn');
        const signing = { minutesId, capacity, signedOn, upload: neededFile(request) } as const;
        await this.signOnPaper.run(page.person!, signing).catch(atFile);
        return page.goTo(`/minutes/${minutesId}/signature`);
      },
      (faults) => this.render(page, minutesId, { fields, faults }),
      ['signedOn', 'file'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const minutes = await this.minutes.getFor(page.person, id);
    const isKeeper = keepsMinutesOf(page.person!, minutes);
    return page.render('assembly-desk/sign', presentSigning({ minutes, isKeeper, sent }, page.say));
  }
}
