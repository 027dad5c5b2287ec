import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import { HearingReader } from '#features/budget/hearings/hearing.reader.js';
import { RecordHearing } from '#features/budget/hearings/record-hearing.js';
import { TakeWithFile } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import type { SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { CommissionDesk, type OpenDossier, SECRETARIES } from './commission-desk.js';
import { presentProtocolForm, PROTOCOL_FIELDS, protocolIn } from './protocol-form.js';

interface OpenHearing extends OpenDossier {
  readonly hearing: HearingRow;
}

/** The protocol of a public hearing: who came, what was said and answered, the paper itself. */
@PageController('commission-desk/:id/hearings/:hearing')
export class HearingProtocolController {
  constructor(
    private readonly dossiers: CommissionDesk,
    private readonly hearings: HearingReader,
    private readonly enclosing: EnclosingForms,
    private readonly recordHearing: RecordHearing,
  ) {}

  @Show('', SECRETARIES)
  async show(
    @Param('id') id: string,
    @Param('hearing') hearing: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return render(await this.open(request, id, hearing), {});
  }

  @TakeWithFile('', SECRETARIES)
  async take(
    @Param('id') id: string,
    @Param('hearing') hearingId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const open = await this.open(request, id, hearingId);
    const { page, budget, hearing } = open;
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    const sent = { fields, files };
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling || fields.text('step') !== '') return render(open, sent);
        const record = { budgetId: budget.id, hearingId: hearing.id, ...protocolIn(fields) };
        await this.recordHearing.run(page.person!, { ...record, enclosures: files.ids });
        return page.goTo(`/commission-desk/${budget.id}`);
      },
      (faults) => render(open, { ...sent, faults }),
      PROTOCOL_FIELDS,
    );
  }

  private async open(request: FastifyRequest, id: string, hearing: string): Promise<OpenHearing> {
    const dossier = await this.dossiers.open(request, id);
    return { ...dossier, hearing: await this.hearings.get(dossier.budget.id, hearing) };
  }
}

function render({ page, budget, hearing }: OpenHearing, sent: SentWithFiles): string {
  const model = presentProtocolForm({ budget, hearing, sent }, page.say);
  return page.render('commission-desk/protocol', model);
}
