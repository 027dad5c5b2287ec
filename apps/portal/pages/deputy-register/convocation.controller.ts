import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAsSecretary } from '#features/registry/deputies/deputies.policy.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { OpenConvocation } from '#features/registry/deputies/open-convocation.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { atRows, convocationIn, isOnlyChangingRows } from './convocation-form.js';
import { type ConvocationSetting, presentConvocationForm } from './convocation.presenter.js';

const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** The secretary enters a new convocation; its constituencies begin as those in office. */
@PageController('deputy-register/:kato/convocation')
export class ConvocationController {
  constructor(
    private readonly pages: Pages,
    private readonly maslikhats: MaslikhatReader,
    private readonly territories: TerritoryReader,
    private readonly openConvocation: OpenConvocation,
  ) {}

  @Show('', SECRETARIES)
  async show(@Req() request: FastifyRequest, @Param('kato') kato: string): Promise<string> {
    const page = this.pages.open(request);
    return render(page, await this.settingOf(page, kato), {});
  }

  @Take('', SECRETARIES)
  async take(@Req() request: FastifyRequest, @Param('kato') kato: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const setting = await this.settingOf(page, kato);
    const fields = formFieldsOf(request);
    if (isOnlyChangingRows(fields)) return render(page, setting, { fields });
    return page.attempt(
      async () => {
        await this.open(page, setting, fields).catch((error: unknown) => atRows(error, fields));
        return page.goTo('/deputy-register');
      },
      (faults) => render(page, setting, { fields, faults }),
      ['number', 'from', 'until', 'constituencies'],
    );
  }

  private async open(
    page: Page,
    { unit, units }: ConvocationSetting,
    fields: ReturnType<typeof formFieldsOf>,
  ): Promise<void> {
    await this.openConvocation.run(page.person!, convocationIn(fields, unit.kato, units));
  }

  private async settingOf(page: Page, kato: string): Promise<ConvocationSetting> {
    actingAsSecretary(page.person!, kato);
    const [unit, all, maslikhat] = await Promise.all([
      this.territories.get(kato),
      this.territories.listAll(),
      this.maslikhats.find(kato),
    ]);
    return { unit, units: all.filter(({ path }) => path.includes(kato)), maslikhat };
  }
}

function render(page: Page, setting: ConvocationSetting, sent: SentForm): string {
  const model = presentConvocationForm(setting, sent, page.say);
  return page.render('deputy-register/convocation', model);
}
