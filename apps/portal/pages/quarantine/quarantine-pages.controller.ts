import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DecideOnQuarantine } from '#features/participation/results/quarantine/decide-on-quarantine.js';
import { MoveToRelease } from '#features/participation/results/quarantine/move-to-release.js';
import { MoveToSetAside } from '#features/participation/results/quarantine/move-to-set-aside.js';
import { PreviewQuarantine } from '#features/participation/results/quarantine/preview-quarantine.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { formFieldsOf, type FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { batchIn, textIn } from './quarantine-form.js';
import { DECIDERS, QuarantineDesks } from './quarantine-desks.js';
import { presentQuarantineDesk, presentQuarantinePreview } from './quarantine-page.presenter.js';

const AUDITOR = { roles: ['auditor'] };
const DECIDING = { roles: DECIDERS };

/** Suspicious ballots: what one person moves and another decides. */
@PageController('rounds/:id/quarantine')
export class QuarantinePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly desks: QuarantineDesks,
    private readonly previewing: PreviewQuarantine,
    private readonly settingAside: MoveToSetAside,
    private readonly releasing: MoveToRelease,
    private readonly deciding: DecideOnQuarantine,
  ) {}

  @Show('', DECIDING)
  show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  @Show('preview', AUDITOR)
  async preview(
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.desks.getOwn(page.person, id);
    const batch = batchIn((name) => (typeof query[name] === 'string' ? query[name] : ''));
    return page.attempt(
      async () => {
        const preview = await this.previewing.run(page.person!, id, batch);
        const found = { ...(await this.desks.read(page, id)), batch, preview };
        return page.render('quarantine/preview', presentQuarantinePreview(found, {}, page.say));
      },
      (faults) => this.render(page, id, { faults }),
    );
  }

  @Take('motions', AUDITOR)
  async move(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.desks.getOwn(page.person, id);
    const fields = formFieldsOf(request);
    const batch = batchIn((name) => fields.text(name));
    return page.attempt(
      async () => {
        await this.settingAside.run(page.person!, id, { ...batch, reason: textIn(fields) });
        return page.goTo(`/rounds/${id}/quarantine`);
      },
      async (faults) => {
        const found = { ...(await this.desks.read(page, id)), batch, preview: null };
        const model = presentQuarantinePreview(found, { fields, faults }, page.say);
        return page.render('quarantine/preview', model);
      },
      ['reason'],
    );
  }

  @Take('motions/:motion', DECIDING)
  @FreshProof()
  decide(
    @Param() { id, motion }: { id: string; motion: string },
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.act(request, id, async (page, fields) => {
      const confirmed = fields.text('verdict') === 'confirm';
      await this.deciding.run(page.person!, id, { motion, confirmed, text: textIn(fields) });
    });
  }

  @Take('releases/:quarantine', AUDITOR)
  release(
    @Param() { id, quarantine }: { id: string; quarantine: string },
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.act(request, id, async (page, fields) => {
      await this.releasing.run(page.person!, id, { quarantine, reason: textIn(fields) });
    });
  }

  private async act(
    request: FastifyRequest,
    id: string,
    act: (page: Page, fields: FormFields) => Promise<void>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await act(page, fields);
        return page.goTo(`/rounds/${id}/quarantine`);
      },
      (faults) => this.render(page, id, { fields, faults }),
      ['reason'],
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const desk = await this.desks.read(page, id);
    return page.render('quarantine/desk', presentQuarantineDesk(desk, sent, page.say));
  }
}
