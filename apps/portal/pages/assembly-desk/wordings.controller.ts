import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { KeepWordings, type WordingChange } from '#features/assemblies/wordings/keep-wordings.js';
import { WordingReader } from '#features/assemblies/wordings/wording.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Views } from '#platform/views/views.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { ASSEMBLY_QUESTION_CODES } from './agenda-questions.js';
import { keepsMinutesOf, SECRETARIES } from './desk-access.js';
import { cataloguePhrase, PHRASES } from './phrase-bank.js';
import { refusedField, textsIn } from './typed-fields.js';
import { presentWordings } from './wordings.presenter.js';

/** S12: templates of agenda items and the phrase bank of a unit. */
@PageController('assembly-desk/wordings/:kato')
export class WordingsController {
  constructor(
    private readonly pages: Pages,
    private readonly views: Views,
    private readonly territories: TerritoryReader,
    private readonly wordings: WordingReader,
    private readonly keepWordings: KeepWordings,
  ) {}

  @Show('', SECRETARIES)
  async show(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    return this.render(page, kato, {});
  }

  @Take('', SECRETARIES)
  async take(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.keepWordings.run(page.person!, kato, this.changeIn(fields));
        return page.goTo(`/assembly-desk/wordings/${kato}`);
      },
      (faults) => this.render(page, kato, { fields, faults }),
      ['question', 'text'],
    );
  }

  private changeIn(fields: FormFields): WordingChange {
    const act = fields.text('act');
    const text = textsIn(fields, 'text');
    if (act === 'add-phrase') return { act, text };
    if (act === 'add-agenda-item') return { act, text, question: questionIn(fields) };
    if (act === 'put-away' || act === 'take-up') return { act, ...this.phraseIn(fields) };
    const id = fields.text('id');
    if (!isUuid(id)) throw new DomainError('not-found', 'wording.not_found');
    const version = Number.parseInt(fields.text('version'), 10) || null;
    return act === 'retire' ? { act, id } : { act: 'change', id, text, version };
  }

  private phraseIn(fields: FormFields) {
    const code = PHRASES.find((name) => name === fields.text('code'));
    if (!code) throw new DomainError('not-found', 'wording.not_found');
    const both = { kk: this.views.wording('kk'), ru: this.views.wording('ru') };
    return { code, text: cataloguePhrase(code, both) };
  }

  private async render(page: Page, kato: string, sent: SentForm): Promise<string> {
    const unit = await this.territories.get(kato);
    if (!keepsMinutesOf(page.person!, { territoryPath: unit.path }))
      throw new DomainError('not-found', 'territory.not_found');
    const wordings = await this.wordings.listOf(kato);
    const say = { page: page.say, kk: this.views.wording('kk'), ru: this.views.wording('ru') };
    return page.render(
      'assembly-desk/wordings',
      presentWordings({ unit, wordings, today: page.frame.today }, sent, say),
    );
  }
}

function questionIn(fields: FormFields) {
  const question = ASSEMBLY_QUESTION_CODES.find((code) => code === fields.text('question'));
  if (!question) throw refusedField('form.choose_one', 'question');
  return question;
}
