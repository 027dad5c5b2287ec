import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { WorksAsked } from '#features/budget/works/record-works-act.js';
import { actingAsBuilder } from '#features/budget/works/works.policy.js';
import type { WorksRow } from '#features/budget/works/works-row.js';
import { WorksReader } from '#features/budget/works/works.reader.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { titleOf } from '../projects/title.js';

/** A form about one project's works, for one person. */
export interface WorksForm {
  readonly page: Page;
  readonly project: ProposalRow;
  readonly works: WorksRow;
}

/** One act, as a form asks for it. */
export interface FormAct {
  /** Of the template, of the address and of the texts. */
  readonly name: string;
  readonly fields: readonly string[];
  readonly model: (form: WorksForm, sent: SentWithFiles) => Record<string, unknown>;
  readonly act: (
    asked: WorksAsked,
    fields: FormFields,
    enclosures: readonly string[],
  ) => Promise<void>;
}

/** Forms of the acts on works: shown, taken, brought back with what was typed. */
@Injectable()
export class WorksForms {
  constructor(
    private readonly pages: Pages,
    private readonly proposals: ProposalReader,
    private readonly works: WorksReader,
    private readonly enclosing: EnclosingForms,
  ) {}

  /** A form of the akimat's. */
  async show(request: FastifyRequest, number: string, act: FormAct): Promise<string> {
    const form = await this.open(request, number);
    actingAsBuilder(form.page.person!, form.works);
    return render(form, act, {});
  }

  /** A form of any resident's. */
  async showToResident(request: FastifyRequest, number: string, act: FormAct): Promise<string> {
    return render(await this.open(request, number), act, {});
  }

  /** Does an act of the akimat's. */
  async take(request: FastifyRequest, number: string, act: FormAct): Promise<PageAnswer> {
    const form = await this.open(request, number);
    actingAsBuilder(form.page.person!, form.works);
    return this.attempt(request, form, act);
  }

  /** Does an act of any resident's; whose it may be, the use case itself decides. */
  async takeFromResident(
    request: FastifyRequest,
    number: string,
    act: FormAct,
  ): Promise<PageAnswer> {
    return this.attempt(request, await this.open(request, number), act);
  }

  private async attempt(
    request: FastifyRequest,
    form: WorksForm,
    act: FormAct,
  ): Promise<PageAnswer> {
    const { page, project } = form;
    const fields = formFieldsOf(request);
    const files = await this.enclosing.open(request);
    const sent = { fields, files };
    return page.attempt(
      async () => {
        await files.settle();
        if (files.isOnlyFiling) return render(form, act, sent);
        const asked = { person: page.person!, projectId: project.id, version: null };
        await act.act(asked, fields, files.ids);
        return page.goTo(`/projects/${project.number}/works`);
      },
      (faults) => render(form, act, { ...sent, faults }),
      act.fields,
    );
  }

  private async open(request: FastifyRequest, number: string): Promise<WorksForm> {
    const page = this.pages.open(request);
    const project = await this.proposals.getFor(undefined, number);
    return { page, project, works: await this.works.get(project.id) };
  }
}

function render(form: WorksForm, act: FormAct, sent: SentWithFiles): string {
  const { page, project } = form;
  const { faults, fields, files = EnclosingForm.empty() } = sent;
  const path = `/projects/${project.number}/works`;
  return page.render(`works/${act.name}`, {
    title: page.say.t(`worksDesk.${act.name}.title`),
    project: titleOf(project, page.say),
    back: path,
    action: `${path}/${act.name}`,
    faults,
    values: Object.fromEntries(act.fields.map((name) => [name, fields?.text(name) ?? ''])),
    enclosing: files.present(faults, page.say),
    ...act.model(form, sent),
  });
}
