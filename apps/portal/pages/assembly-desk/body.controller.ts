import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BodyReader } from '#features/assemblies/bodies/body.reader.js';
import { PutBody } from '#features/assemblies/bodies/put-body.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import {
  atSeats,
  bodyIn,
  isOnlyChangingSeats,
  SEATED_KINDS,
  type SeatedKind,
} from './body-form.js';
import { type BodySetting, presentBodyForm } from './body.presenter.js';
import { keepsMinutesOf, SECRETARIES } from './desk-access.js';

/** S04: the assembly, or a council, with everybody in it, whole, in its term. */
@PageController('assembly-desk/bodies/:kato')
export class AssemblyMembersController {
  constructor(
    private readonly pages: Pages,
    private readonly bodies: BodyReader,
    private readonly territories: TerritoryReader,
    private readonly overrides: LocalOverrideReader,
    private readonly putBody: PutBody,
  ) {}

  @Show('', SECRETARIES)
  async show(
    @Param('kato') kato: string,
    @Query('term') term: unknown,
    @Query('kind') kind: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    return render(
      page,
      await this.settingOf(page, kato, { kind: kindIn(kind), isNewTerm: term === 'new' }),
      {},
    );
  }

  @Take('', SECRETARIES)
  async take(@Param('kato') kato: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    const kind = kindIn(fields.text('kind'));
    const isNewTerm = fields.text('term') === 'new';
    const setting = await this.settingOf(page, kato, { kind, isNewTerm });
    if (isOnlyChangingSeats(fields)) return render(page, setting, { fields });
    return page.attempt(
      async () => {
        await this.put(page, { territory: kato, kind }, fields).catch(atSeats);
        return page.goTo(`/assemblies/${kato}`);
      },
      (faults) => render(page, setting, { fields, faults }),
      ['from', 'until', 'seats', 'members'],
    );
  }

  private async put(
    page: Page,
    place: { readonly territory: string; readonly kind: SeatedKind },
    fields: FormFields,
  ): Promise<void> {
    const version = Number.parseInt(fields.text('version'), 10) || null;
    await this.putBody.run(page.person!, bodyIn(fields, { ...place, version }));
  }

  private async settingOf(
    page: Page,
    kato: string,
    { kind, isNewTerm }: Pick<BodySetting, 'kind' | 'isNewTerm'>,
  ): Promise<BodySetting> {
    const { today } = page.frame;
    const unit = await this.territories.get(kato);
    if (!keepsMinutesOf(page.person!, { territoryPath: unit.path }))
      throw new DomainError('not-found', 'territory.not_found');
    const [below, overrides, sitting] = await Promise.all([
      this.territories.listBelow(kato),
      this.overrides.listFor(kato),
      this.bodies.findOn(kato, kind, today),
    ]);
    const settlements = below.length > 0 ? below : [unit];
    return { unit, kind, settlements, overrides, sitting, isNewTerm, today };
  }
}

/** What is no kind of body with seats is the assembly. */
function kindIn(sent: unknown): SeatedKind {
  return SEATED_KINDS.find((kind) => kind === sent) ?? 'assembly';
}

function render(page: Page, setting: BodySetting, sent: SentForm): string {
  return page.render('assembly-desk/body', presentBodyForm(setting, sent, page.say));
}
