import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import {
  type PortalSwitch,
  SWITCH_VALUES,
} from '#features/record/portal-switches/portal-switch.js';
import { SetPortalSwitch } from '#features/record/portal-switches/set-portal-switch.js';
import type { AccessRule } from '#platform/http/access.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { presentSetting, presentSwitches } from './switches.presenter.js';

const OPERATORS: AccessRule = { roles: ['administrator'] };

/** What the operator sets for all portals, without a deploy: the stage of load, the limits. */
@PageController('switches')
export class SwitchesPageController {
  constructor(
    private readonly pages: Pages,
    private readonly keeper: StageKeeper,
    private readonly setting: SetPortalSwitch,
  ) {}

  @Show('', OPERATORS)
  show(@Req() request: FastifyRequest): string {
    const page = this.pages.open(request);
    return page.render('switches/switches', presentSwitches(this.keeper, page.say));
  }

  @Show(':name', OPERATORS)
  ask(@Param('name') name: string, @Req() request: FastifyRequest): string {
    return this.render(this.pages.open(request), knownSwitch(name), {});
  }

  @Take(':name', OPERATORS)
  set(@Param('name') text: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const name = knownSwitch(text);
    const fields = formFieldsOf(request);
    const said = { name, value: fields.text('value'), reason: fields.text('reason') };
    return page.attempt(
      async () => {
        await this.setting.run(page.person!, said);
        await this.keeper.lookAtSwitches();
        return page.goTo('/switches');
      },
      (faults) => this.render(page, name, { fields, faults }),
      ['value', 'reason'],
    );
  }

  private render(page: Page, name: PortalSwitch['name'], sent: SentForm): string {
    return page.render('switches/setting', presentSetting(name, this.keeper, sent, page.say));
  }
}

function knownSwitch(name: string): PortalSwitch['name'] {
  if (!Object.hasOwn(SWITCH_VALUES, name)) throw new DomainError('not-found', 'switch.not_found');
  return name as PortalSwitch['name'];
}
