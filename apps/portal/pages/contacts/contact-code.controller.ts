import { HttpException, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConfirmContact } from '#features/outreach/contacts/confirm-contact.js';
import { ContactReader } from '#features/outreach/contacts/contact.reader.js';
import { LeaveContact } from '#features/outreach/contacts/leave-contact.js';
import { RemoveContact } from '#features/outreach/contacts/remove-contact.js';
import { Costs } from '#platform/limits/costs.js';
import { isMessageWay, type MessageWay } from '#platform/messages/message-way.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentCode, presentContact } from './contact-form.presenter.js';

/**
 * An address is left, confirmed and taken back. These forms have no key for repeats: its row would keep
 * a plain digest of an address or a code, and a repeat does no harm here.
 */
@PageController('my/contacts/:way')
export class ContactCodeController {
  constructor(
    private readonly pages: Pages,
    private readonly contacts: ContactReader,
    private readonly leaving: LeaveContact,
    private readonly confirming: ConfirmContact,
    private readonly removing: RemoveContact,
  ) {}

  @Show('address', 'signed-in')
  show(@Param('way') way: string, @Req() request: FastifyRequest): Promise<string> {
    return this.renderAddress(this.pages.open(request), wayOf(way), {});
  }

  @Take('address', 'signed-in')
  @Costs('contact-code')
  leave(@Param('way') given: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const [way, page, fields] = [wayOf(given), this.pages.open(request), formFieldsOf(request)];
    return page.attempt(
      async () => {
        const contact = { way, address: fields.text('address'), language: page.lang };
        await this.leaving.run(page.person!, contact);
        return page.goTo(`/my/contacts/${way}/code`);
      },
      (faults) => this.renderAddress(page, way, { fields, faults }),
      ['address'],
    );
  }

  @Show('code', 'signed-in')
  showCode(@Param('way') way: string, @Req() request: FastifyRequest): Promise<string> {
    return this.renderCode(this.pages.open(request), wayOf(way), {});
  }

  @Take('code', 'signed-in')
  confirm(@Param('way') given: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const [way, page] = [wayOf(given), this.pages.open(request)];
    return page.attempt(
      async () => {
        await this.confirming.run(page.person!, way, formFieldsOf(request).text('code'));
        return page.goTo('/my/contacts');
      },
      (faults) => this.renderCode(page, way, { faults }),
      ['code'],
    );
  }

  @Take('removal', 'signed-in')
  async remove(@Param('way') way: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.removing.run(page.person!, wayOf(way));
    return page.goTo('/my/contacts');
  }

  private async renderAddress(page: Page, way: MessageWay, sent: SentForm): Promise<string> {
    const contacts = await this.contacts.list(page.person!.personId);
    const contact = contacts.find((each) => each.way === way) ?? null;
    return page.render('contacts/address', presentContact({ way, contact }, sent, page.say));
  }

  private async renderCode(page: Page, way: MessageWay, sent: SentForm): Promise<string> {
    const awaited = await this.contacts.listAwaited(page.person!.personId);
    const waiting = awaited.find((each) => each.way === way) ?? null;
    return page.render('contacts/code', presentCode({ way, waiting }, sent, page.say));
  }
}

function wayOf(given: string): MessageWay {
  if (!isMessageWay(given)) throw new HttpException({ code: 'http.404' }, 404);
  return given;
}
