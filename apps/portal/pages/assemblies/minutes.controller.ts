import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { attachmentNamed } from '#platform/files/content-disposition.js';
import { KnownId } from '#platform/http/known-id.js';
import { paperDocx } from '#platform/paper/paper-docx.js';
import { paperPdf } from '#platform/paper/paper-pdf.js';
import type { Paper } from '#platform/paper/paper.js';
import { Costs } from '#platform/limits/costs.js';
import { minutesPaper } from '../../papers/minutes-paper.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { originOf } from '../_frame/page-origin.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { readAssembliesQuery } from './assemblies-query.js';
import { presentMinutesSearch } from './minutes-search.presenter.js';
import { raisedBy } from './dismissal-door.presenter.js';
import { presentMinutes, type WrittenMinutes } from './minutes.presenter.js';

const SHOWN = 20;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** R32: minutes, and the search in them. */
@PageController('minutes')
export class MinutesPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly minutes: MinutesReader,
    private readonly dismissals: DismissalReader,
  ) {}

  @Show('', 'public')
  @Costs('search', 'q')
  async search(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = readAssembliesQuery(sent);
    return page.shared(async () => {
      const rows = await this.minutes.list({ ...query, limit: SHOWN });
      const found = { query, rows, limit: SHOWN };
      return page.render('assemblies/minutes-search', presentMinutesSearch(found, page.say));
    });
  }

  @Show(':id', 'public')
  async show(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const minutes = await this.getWritten(request, id);
    const dismissal = await this.dismissals.findOfMinutes(id);
    const model = { ...presentMinutes(minutes, page.say), ...raisedBy(dismissal, page.say) };
    const show = async () => page.render('assemblies/minutes', model);
    return minutes.state === 'published' ? page.shared(show) : show();
  }

  @Show(':id/minutes.pdf', 'public')
  @Costs('export')
  @Header('content-type', 'application/pdf')
  async pdf(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<Buffer> {
    return paperPdf(await this.paperOf(id, request));
  }

  @Show(':id/minutes.docx', 'public')
  @Costs('export')
  @Header('content-type', DOCX)
  @Header('content-disposition', attachmentNamed('minutes.docx'))
  async docx(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<Buffer> {
    return paperDocx(await this.paperOf(id, request));
  }

  private async paperOf(id: string, request: FastifyRequest): Promise<Paper> {
    const page = this.pages.open(request);
    const minutes = await this.getWritten(request, id);
    const address = `${originOf(request, page)}/${page.lang}/minutes/${id}`;
    return minutesPaper({ ...minutes, address }, page.say);
  }

  /** Minutes that are ready to be read: while they are written, the desk shows them. */
  private async getWritten(request: FastifyRequest, id: string): Promise<WrittenMinutes> {
    const { person } = this.pages.open(request);
    const minutes = await this.minutes.getFor(person, id);
    const { document } = minutes;
    if (document === null) throw new DomainError('not-found', 'minutes.not_found');
    return { ...minutes, document };
  }
}
