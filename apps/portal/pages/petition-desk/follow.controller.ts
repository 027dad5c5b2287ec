import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FollowPetition } from '#features/petitions/petitions/follow-petition.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { addresseeIn } from '../deputy-desk/addressee-field.js';
import { dayField, dayIn } from '../deputy-register/day-in-form.js';
import { addresseeChoices } from './petition-words.js';

const CHECKERS = { roles: ['officer', 'maslikhat-secretary'] };
const TEXTS = ['portalUrl', 'titleKk', 'titleRu', 'textKk', 'textRu'];

/** An officer enters a statutory petition that people sign on the state portal. */
@PageController('petition-desk/follow')
export class FollowPetitionController {
  constructor(
    private readonly pages: Pages,
    private readonly territories: TerritoryReader,
    private readonly followPetition: FollowPetition,
  ) {}

  @Show('', CHECKERS)
  async show(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), {});
  }

  @Take('', CHECKERS)
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const id = await this.followPetition.run(page.person!, followedIn(fields));
        return page.goTo(`/petition-desk/${id}`);
      },
      (faults) => this.render(page, { fields, faults }),
      ['addressee', 'portalUrl', 'openedOn', 'title'],
    );
  }

  private async render(page: Page, sent: SentForm): Promise<string> {
    const { say, frame, person } = page;
    const { fields, faults } = sent;
    const held = person!.roles.filter(({ role }) => CHECKERS.roles.includes(role));
    const all = await this.territories.listAll();
    const own = all.filter(({ path }) => held.some(({ territory }) => path.includes(territory)));
    return page.render('petition-desk/follow', {
      title: say.t('petitionDesk.follow.title'),
      back: '/petition-desk',
      action: '/petition-desk/follow',
      faults,
      values: Object.fromEntries(TEXTS.map((name) => [name, fields?.text(name) ?? ''])),
      openedOn: dayField('openedOn', say.t('petitionDesk.follow.openedOn'), sent),
      addressee: {
        name: 'addressee',
        label: say.t('petitionDesk.form.addressee'),
        value: fields?.text('addressee'),
        error: faults?.fields['addressee'],
        choices: [
          { value: '', text: say.t('inquiries.form.chooseUnit') },
          ...addresseeChoices(own, frame.today, say),
        ],
      },
    });
  }
}

function followedIn(fields: FormFields) {
  const portalUrl = fields.text('portalUrl');
  if (!/^https:\/\/\S+$/.test(portalUrl)) {
    const faults = [{ code: 'form.not_a_link', field: 'portalUrl' }];
    throw new DomainError('rule-violated', 'petition.invalid', { faults });
  }
  const pair = (name: string) => ({ kk: fields.text(`${name}Kk`), ru: fields.text(`${name}Ru`) });
  return {
    addressee: addresseeIn(fields),
    texts: { title: pair('title'), text: pair('text') },
    portalUrl,
    openedOn: dayIn(fields, 'openedOn'),
  };
}
