import { Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChooseLanguage } from '#features/outreach/contacts/choose-language.js';
import { ContactReader } from '#features/outreach/contacts/contact.reader.js';
import { ChooseNotices } from '#features/outreach/notices/choose-notices.js';
import { NoticeChoiceReader } from '#features/outreach/notices/notice-choice.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentContacts } from './contacts.presenter.js';
import { choicesIn, languageIn } from './notice-wishes.js';

/** Where a person wants to be told of what; everything is sealed under the person's own key. */
@PageController('my/contacts')
export class ContactPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly contacts: ContactReader,
    private readonly notices: NoticeChoiceReader,
    private readonly choosing: ChooseNotices,
    private readonly speaking: ChooseLanguage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const { personId } = page.person!;
    const [contacts, awaited, choices] = await Promise.all([
      this.contacts.list(personId),
      this.contacts.listAwaited(personId),
      this.notices.list(personId),
    ]);
    const { messages: routes } = this.config;
    const matter = { person: page.person!, contacts, awaited, choices, routes };
    return page.render('contacts/contacts', presentContacts(matter, page.say));
  }

  @Take('choices', 'signed-in')
  async choose(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    await this.choosing.run(page.person!, choicesIn(fields));
    await this.speaking.run(page.person!, languageIn(fields, page.lang));
    return page.goTo('/my/contacts#choices');
  }
}
