import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FileInquiry } from '#features/petitions/inquiries/file-inquiry.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { InquiryReader } from '#features/petitions/inquiries/inquiry.reader.js';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { languageIn } from '../inquiries/inquiry-form.js';
import { OwnCollections } from './own-collections.js';
import { presentNewInquiry, type SentInquiry } from './new-inquiry.presenter.js';

const DEPUTIES = { roles: ['deputy'] };
const FIELDS = [
  'addresseeKind',
  'addresseeTerritory',
  'addressee',
  'title',
  'body',
  'competence',
  'concernsProsecution',
];

/** A deputy writes an inquiry: to whom, about what, on what of the maslikhat's competence. */
@PageController('deputy-desk/inquiry')
export class NewInquiryController {
  constructor(
    private readonly pages: Pages,
    private readonly deputies: DeputyReader,
    private readonly inquiries: InquiryReader,
    private readonly territories: TerritoryReader,
    private readonly collections: OwnCollections,
    private readonly fileInquiry: FileInquiry,
  ) {}

  @Show('', DEPUTIES)
  async show(
    @Req() request: FastifyRequest,
    @Query('petition') petition?: string,
  ): Promise<string> {
    const page = this.pages.open(request);
    return this.render(page, { petition: String(petition ?? '') });
  }

  @Take('', DEPUTIES)
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const petition = fields.text('petition');
    return page.attempt(
      async () => {
        const id = await this.fileInquiry.run(page.person!, inquiryIn(fields));
        const { number } = await this.inquiries.get(id);
        return page.goTo(`/inquiries/${number}`);
      },
      (faults) => this.render(page, { petition, fields, faults }),
      FIELDS,
    );
  }

  private async render(page: Page, sent: SentInquiry): Promise<string> {
    const mandates = await this.deputies.listHeldBy(page.person!.personId);
    const all = await this.territories.listAll();
    const units = all.filter((unit) =>
      mandates.some(
        ({ territory }) =>
          unit.path.includes(territory) ||
          all.find(({ kato }) => kato === territory)?.path.includes(unit.kato),
      ),
    );
    const asked = { ...sent, about: await this.petitionOf(page, sent.petition) };
    return page.render('deputy-desk/inquiry', presentNewInquiry(units, asked, page.say));
  }

  private async petitionOf(page: Page, id: string | undefined): Promise<PetitionRow | null> {
    return id ? this.collections.get(page.person!, id) : null;
  }
}

function inquiryIn(fields: FormFields) {
  return {
    addresseeKind: fields.text('addresseeKind'),
    addresseeTerritory: fields.text('addresseeTerritory'),
    addressee: { kk: fields.text('addresseeKk'), ru: fields.text('addresseeRu') },
    language: languageIn(fields),
    title: fields.text('title').replaceAll('\n', ' '),
    body: fields.text('body'),
    competence: fields.text('competence'),
    concernsProsecution: fields.text('concernsProsecution') === 'yes',
    petition: fields.text('petition') || undefined,
  };
}
