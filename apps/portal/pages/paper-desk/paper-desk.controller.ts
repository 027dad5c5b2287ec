import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EnterSheet, type TypedLine } from '#features/petitions/paper-sheets/enter-sheet.js';
import {
  PaperSheetReader,
  type SheetInHand,
} from '#features/petitions/paper-sheets/paper-sheet.reader.js';
import { actingAs } from '#features/registry/officers/actor.js';
import { LINE_MARKS } from '#rules/petitions/paper-sheet.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

const CLERKS = { roles: ['clerk'] };

/** The clerk's desk: sheets to read, the second time without seeing what the first one read. */
@PageController('paper-desk')
export class PaperDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly sheets: PaperSheetReader,
    private readonly enterSheet: EnterSheet,
  ) {}

  @Show('', CLERKS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const person = page.person!;
    const held = person.roles.filter(({ role }) => role === 'clerk');
    const units = held.map(({ territory }) => territory);
    const sheets = await this.sheets.listToRead(person.personId, units);
    return page.render('paper-desk/desk', {
      title: page.say.t('paperDesk.title'),
      sheets: sheets.map((sheet) => ({
        path: `/paper-desk/${sheet.id}`,
        text: page.say.t('paperDesk.serial', {
          serial: `${sheet.petitionNumber}/${sheet.number}`,
        }),
        detail: page.say.official(sheet.petitionTitle).text,
        readings: page.say.t('paperDesk.readings', { count: sheet.readings }),
      })),
    });
  }

  @Show(':id', CLERKS)
  async show(@Req() request: FastifyRequest, @Param('id', KnownId) id: string): Promise<string> {
    const page = this.pages.open(request);
    return render(page, await this.getOwn(page, id), {});
  }

  @Take(':id', CLERKS)
  async take(
    @Req() request: FastifyRequest,
    @Param('id', KnownId) id: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const sheet = await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.enterSheet.run(page.person!, id, linesIn(fields, sheet.lines));
        return page.goTo('/paper-desk');
      },
      (faults) => render(page, sheet, { fields, faults }),
    );
  }

  /** What a sheet says is only for the clerks of its place. */
  private async getOwn({ person }: Page, id: string): Promise<SheetInHand> {
    const sheet = await this.sheets.get(id);
    actingAs(person!, CLERKS.roles, sheet.territoryPath);
    return sheet;
  }
}

/** A line with an IIN is signed; an empty one is blank unless it is marked as illegible. */
function linesIn(fields: FormFields, count: number): TypedLine[] {
  return Array.from({ length: count }, (_, place) => {
    const iin = fields.text(`line${place + 1}`).replaceAll(/\s/g, '');
    const isIllegible = fields.text(`mark${place + 1}`) === 'illegible';
    const mark = isIllegible ? LINE_MARKS[1] : iin === '' ? LINE_MARKS[2] : LINE_MARKS[0];
    return { mark, iin };
  });
}

function render(page: Page, sheet: SheetInHand, { fields, faults }: SentForm): string {
  const { say } = page;
  const serial = `${sheet.petitionNumber}/${sheet.number}`;
  return page.render('paper-desk/sheet', {
    title: say.t('paperDesk.serial', { serial }),
    petition: say.official(sheet.petitionTitle).text,
    back: '/paper-desk',
    action: `/paper-desk/${sheet.id}`,
    faults,
    isThird: sheet.differing.length > 0,
    differing: say.list(sheet.differing.map((line) => say.number(line))),
    lines: Array.from({ length: sheet.lines }, (_, place) => {
      const number = place + 1;
      return {
        number,
        name: `line${number}`,
        label: say.t('paperDesk.line', { line: number }),
        value: fields?.text(`line${number}`) ?? '',
        error: faults?.fields[`line${number}`],
        isIllegible: fields?.text(`mark${number}`) === 'illegible',
      };
    }),
  });
}
