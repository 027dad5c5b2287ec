import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { SignPetition } from '#features/petitions/signatures/sign-petition.js';
import type { SignatureAct } from '#features/petitions/signatures/signature-act.js';
import { SignatureReader } from '#features/petitions/signatures/signature.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { digestOfToken, sessionTokenOf } from '#platform/identity/session-token.js';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentSignCheck, presentSigning } from './sign.presenter.js';

const DIGEST = /^[0-9a-f]{64}$/;

/** Signing: read the text, say who you are, check, confirm. Only the last step, a POST, signs. */
@PageController('petitions/:number/sign')
export class SignPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly signatures: SignatureReader,
    private readonly territories: TerritoryReader,
    private readonly signPetition: SignPetition,
  ) {}

  @Show('', 'public')
  async read(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const own = page.person && (await this.signatures.findOwn(petition.id, page.person.personId));
    if (own) return page.goTo(`/petitions/${petition.number}/signed`);
    return page.render('petitions/sign', presentSigning(petition, page.say));
  }

  @Show('check', { roles: ['resident'] })
  async check(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const own = await this.signatures.findOwn(petition.id, page.person!.personId);
    if (own) return page.goTo(`/petitions/${petition.number}/signed`);
    return this.showCheck(page, petition);
  }

  @Take('check', { roles: ['resident'] })
  @Costs('signature')
  async sign(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const signed = page.goTo(`/petitions/${petition.number}/signed`);
    return page.attempt(
      async () => {
        await this.signPetition.run(actOf(request, petition)).catch(unlessSigned);
        return signed;
      },
      (faults) => this.showCheck(page, petition, faults),
    );
  }

  private async showCheck(page: Page, petition: PetitionRow, faults?: FormFaults): Promise<string> {
    const { name, territory } = page.person!;
    const home = territory === null ? null : await this.territories.find(territory);
    const residence = home && { kk: home.nameKk, ru: home.nameRu };
    const model = presentSignCheck({ petition, name, residence }, page.say);
    return page.render('petitions/sign-check', { ...model, faults });
  }
}

function actOf(request: FastifyRequest, petition: PetitionRow): SignatureAct {
  const fields = formFieldsOf(request);
  const digest = fields.text('textDigest');
  return {
    tokenDigest: digestOfToken(sessionTokenOf(request) ?? '').toString('hex'),
    petitionId: petition.id,
    nameHidden: fields.list('hidden').includes('yes'),
    textDigest: DIGEST.test(digest) ? digest : null,
    idempotencyKey: null,
  };
}

/** Whoever sends the form twice is shown the first signature. */
function unlessSigned(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'petition.already_signed') throw error;
}
