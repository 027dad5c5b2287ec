import { HttpException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArchiveReader } from '#features/proof/archives/archive.reader.js';
import { ReceiptCheckReader } from '#features/proof/receipt-checks/receipt-check.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { ResultAnswers } from '../../api/results/result-answers.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { chartOf } from './chart.presenter.js';
import { presentProtocol } from './protocol.presenter.js';
import { presentResultPage } from './result-page.presenter.js';
import { presentVerifyPage } from './verify-page.presenter.js';
import { presentWhyPage } from './why-page.presenter.js';

/** What a round came to, why, and how to check it. */
@PageController('rounds/:id')
export class ResultsPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly answers: ResultAnswers,
    private readonly archives: ArchiveReader,
    private readonly checks: ReceiptCheckReader,
  ) {}

  @Show('results', 'public')
  async result(
    @Param('id') id: string,
    @Query() query: { readonly pot?: unknown; readonly page?: unknown },
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const pot = typeof query.pot === 'string' ? query.pot : undefined;
    const question = { pot, page: pageNumberOf(query.page) };
    return page.shared(async () => {
      const parts = await this.answers.partsOf(id);
      const countPath = isInOffice(page.person) ? `/rounds/${id}/count` : null;
      const model = presentResultPage(page.say, parts, question);
      return page.render('results/result', { ...model, countPath });
    });
  }

  @Show('results/:number', 'public')
  async why(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const parts = await this.answers.partsOf(id);
      const model = /^\d{1,5}$/.test(number) && presentWhyPage(page.say, parts, Number(number));
      if (!model) throw new HttpException({ code: 'http.404' }, 404);
      return page.render('results/why', model);
    });
  }

  @Show('verify', 'public')
  async verify(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const origin = page.frame.origin ?? `${request.protocol}://${request.host}`;
    const parts = await this.answers.partsOf(id);
    const archive = await this.archives.find(parts.round.id);
    const checked = await this.checks.shareOf(parts.round.id);
    return page.render(
      'results/verify',
      presentVerifyPage(page.say, { ...parts, archive, checked, origin }),
    );
  }

  @Show('protocol', 'public')
  async protocol(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const parts = await this.answers.partsOf(id);
      return page.render('results/protocol', presentProtocol(page.say, parts));
    });
  }

  @Show('chart.svg', 'public')
  async chart(
    @Param('id') id: string,
    @Query('pot') pot: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { say } = this.pages.open(request);
    void reply.type('image/svg+xml; charset=utf-8');
    return chartOf(say, await this.answers.partsOf(id), pot).toString();
  }
}

function isInOffice(person: SignedIn | undefined): boolean {
  return person?.roles.some(({ role }) => role === 'officer' || role === 'expert') ?? false;
}

function pageNumberOf(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
