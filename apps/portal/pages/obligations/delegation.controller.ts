import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  DelegateDuties,
  type DelegationFields,
} from '#features/registry/delegations/delegate-duties.js';
import { DelegationReader } from '#features/registry/delegations/delegation.reader.js';
import { DELEGABLE_ROLES } from '#rules/obligations/obligation-owner.js';
import { FreshProof } from '#platform/http/fresh-proof.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField, dayIn } from '../deputy-register/day-in-form.js';

const HOLDERS = { roles: [...DELEGABLE_ROLES] };

/** One's own post is handed to another official for an absence. */
@PageController('duties/delegation')
export class DelegationController {
  constructor(
    private readonly pages: Pages,
    private readonly delegations: DelegationReader,
    private readonly delegateDuties: DelegateDuties,
  ) {}

  @Show('', HOLDERS)
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), {});
  }

  @Take('', HOLDERS)
  @FreshProof()
  async take(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.delegateDuties.run(page.person!, delegationIn(fields));
        return page.goTo('/duties');
      },
      (faults) => this.render(page, { fields, faults }),
      ['post', 'toPersonId', 'from', 'until', 'act'],
    );
  }

  private async render(page: Page, sent: SentForm): Promise<string> {
    const { say, person } = page;
    const posts = await this.delegations.listOwnPosts(person!.personId);
    const near = await Promise.all(
      posts.map(({ territory }) => this.delegations.listStandIns(person!.personId, territory)),
    );
    const standIns = new Map(near.flat().map((standIn) => [standIn.id, standIn]));
    const day = (name: string) => dayField(name, say.t(`obligations.delegation.${name}`), sent);
    return page.render('obligations/delegation', {
      title: say.t('obligations.delegation.start'),
      faults: sent.faults,
      errors: sent.faults?.fields ?? {},
      posts: posts.map(({ role, territory, post }) => ({
        value: `${role} ${territory}`,
        text: say.official(post).text,
      })),
      post: sent.fields?.text('post') ?? '',
      standIns: [...standIns.values()].map(({ id, name, post }) => ({
        value: id,
        text: `${name}, ${say.official(post).text}`,
      })),
      to: sent.fields?.text('toPersonId') ?? '',
      from: day('from'),
      until: day('until'),
      act: sent.fields?.text('act') ?? '',
    });
  }
}

function delegationIn(fields: FormFields): DelegationFields {
  const [role = '', territory = ''] = fields.text('post').split(' ');
  return {
    role,
    territory,
    to: fields.text('toPersonId'),
    from: dayIn(fields, 'from'),
    until: dayIn(fields, 'until'),
    act: fields.text('act'),
  };
}
