import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DraftPetition } from '#features/petitions/petitions/draft-petition.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { excludedSubjectsOn } from '#rules/petitions/excluded-subjects.js';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { addresseeChoices } from '../petition-desk/petition-words.js';
import { addresseeIn } from './addressee-field.js';
import { OwnUnits } from './own-units.js';

const DEPUTIES = { roles: ['deputy'] };
const EXCLUDED = {
  name: 'excluded',
  legend: 'petitionDesk.start.question',
  codes: ['no', 'yes'],
  texts: 'inquiries.form',
  inline: true,
};

/** D02, before anything is typed: what no collection may be about, then who is asked. */
@PageController('deputy-desk/collection')
export class CollectionStartController {
  constructor(
    private readonly pages: Pages,
    private readonly units: OwnUnits,
    private readonly draftPetition: DraftPetition,
  ) {}

  @Show('', DEPUTIES)
  show(@Req() request: FastifyRequest): string {
    return renderSubjects(this.pages.open(request), {});
  }

  @Take('', DEPUTIES)
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        assertFree(fields);
        return page.goTo('/deputy-desk/collection/addressee');
      },
      (faults) => renderSubjects(page, { fields, faults }),
      ['excluded'],
    );
  }

  @Show('addressee', DEPUTIES)
  async showAddressee(@Req() request: FastifyRequest): Promise<string> {
    return this.renderAddressee(this.pages.open(request), {});
  }

  @Take('addressee', DEPUTIES)
  @Costs('petition')
  async begin(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const addressee = addresseeIn(fields);
        const id = await this.draftPetition.run(page.person!, { addressee });
        return page.goTo(`/deputy-desk/collections/${id}/title`);
      },
      (faults) => this.renderAddressee(page, { fields, faults }),
      ['addressee'],
    );
  }

  private async renderAddressee(page: Page, { fields, faults }: SentForm): Promise<string> {
    const units = await this.units.list(page.person!);
    return page.render('deputy-desk/addressee', {
      title: page.say.t('petitionDesk.questions.addressee'),
      back: '/deputy-desk/collection',
      action: '/deputy-desk/collection/addressee',
      faults,
      addressee: addresseeSelect(page, { units, value: fields?.text('addressee'), faults }),
    });
  }
}

/** The body that decides, to be chosen; each with the signatures it takes today. */
export function addresseeSelect(
  { say, frame }: Page,
  asked: {
    readonly units: Parameters<typeof addresseeChoices>[0];
    readonly value: string | undefined;
    readonly faults: FormFaults | undefined;
  },
) {
  return {
    name: 'addressee',
    label: say.t('petitionDesk.form.addressee'),
    hint: say.t('petitionDesk.form.addresseeHint'),
    value: asked.value,
    error: asked.faults?.fields['addressee'],
    choices: [
      { value: '', text: say.t('inquiries.form.chooseUnit') },
      ...addresseeChoices(asked.units, frame.today, say),
    ],
  };
}

function assertFree(fields: FormFields): void {
  const answer = fields.text('excluded');
  if (answer === 'no') return;
  const code = answer === 'yes' ? 'petition.subject_excluded' : 'form.choose_one';
  throw new DomainError('rule-violated', code, { faults: [{ code, field: 'excluded' }] });
}

function renderSubjects(page: Page, sent: SentForm): string {
  const { say, frame } = page;
  return page.render('deputy-desk/subjects', {
    title: say.t('petitionDesk.start.title'),
    crumbs: [
      { text: say.t('deputyDesk.title'), path: '/deputy-desk' },
      { text: say.t('petitionDesk.start.title') },
    ],
    faults: sent.faults,
    subjects: excludedSubjectsOn(frame.today).map((each) => say.t(`excludedSubjects.${each}`)),
    excluded: choiceRadios(EXCLUDED, sent, say),
  });
}
