import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IssueSheets } from '#features/petitions/paper-sheets/issue-sheets.js';
import { PaperSheetReader } from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { KnownId } from '#platform/http/known-id.js';
import { Costs } from '#platform/limits/costs.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { type OpenedCollection, OwnCollection } from '../deputy-desk/own-collection.js';
import { posterPdf } from './poster-pdf.js';
import { presentSheets } from './sheets.presenter.js';
import { sheetsPdf } from './sheets-pdf.js';

const DEPUTIES = { roles: ['deputy'] };
const PDF = 'application/pdf';

/** The deputy's paper: numbered sheets to be signed, and a poster with the way to sign by telephone. */
@PageController('deputy-desk/collections/:id')
export class SheetPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly sheets: PaperSheetReader,
    private readonly issueSheets: IssueSheets,
  ) {}

  @Show('sheets', DEPUTIES)
  async show(@OwnCollection() { page, petition }: OpenedCollection): Promise<string> {
    const sheets = await this.sheets.listOf(petition.id);
    return page.render('paper-desk/sheets', presentSheets({ petition, sheets }, page.say));
  }

  @Take('sheets', DEPUTIES)
  async issue(@OwnCollection() { page, petition, fields }: OpenedCollection): Promise<PageAnswer> {
    const { id } = petition;
    return page.attempt(
      async () => {
        const count = Number.parseInt(fields.text('count'), 10) || 1;
        await this.issueSheets.run(page.person!, id, count);
        return page.goTo(`/deputy-desk/collections/${id}/sheets`);
      },
      async (faults) => {
        const sheets = await this.sheets.listOf(id);
        const model = presentSheets({ petition, sheets }, page.say);
        return page.render('paper-desk/sheets', { ...model, faults });
      },
    );
  }

  @Show('sheets.pdf', DEPUTIES)
  @Header('content-type', PDF)
  async print(
    @OwnCollection() { page, petition }: OpenedCollection,
    @Query('from') from?: string,
  ): Promise<Buffer> {
    const first = Number.parseInt(String(from), 10) || 1;
    const sheets = await this.sheets.listOf(petition.id);
    const printed = sheets.filter(({ number }) => number >= first);
    if (printed.length === 0) throw new DomainError('not-found', 'sheet.not_found');
    return sheetsPdf(petition, printed, page.say);
  }

  @Show('poster.pdf', 'public')
  @Costs('export')
  @Header('content-type', PDF)
  async poster(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<Buffer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, id);
    if (!isPublic(petition.state)) throw new DomainError('not-found', 'petition.not_found');
    const origin = page.frame.origin ?? `http://${request.host}`;
    const address = `${origin}/${page.lang}/petitions/${petition.number}`;
    return posterPdf(petition, address, page.say);
  }
}
