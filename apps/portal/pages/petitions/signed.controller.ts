import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import {
  type OwnSignatureRow,
  SignatureReader,
} from '#features/petitions/signatures/signature.reader.js';
import { WithdrawSignature } from '#features/petitions/signatures/withdraw-signature.js';
import type { FormFaults } from '#platform/views/form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { presentSigned } from './sign.presenter.js';

/** One's own signature: its number and receipt, and taking it back. */
@PageController('petitions/:number/signed')
export class SignedPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly signatures: SignatureReader,
    private readonly withdrawSignature: WithdrawSignature,
  ) {}

  @Show('', 'signed-in')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const own = await this.signatures.findOwn(petition.id, page.person!.personId);
    return own ? render(page, { petition, own }) : page.goTo(`/petitions/${petition.number}`);
  }

  @Take('withdrawal', { roles: ['resident'] })
  async withdraw(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(undefined, number);
    const own = await this.signatures.findOwn(petition.id, page.person!.personId);
    if (!own) return page.goTo(`/petitions/${petition.number}`);
    return page.attempt(
      async () => {
        await this.withdrawSignature.run(page.person!.personId, petition.id);
        return page.goTo(`/my/petitions?withdrawn=${petition.number}`);
      },
      (faults) => render(page, { petition, own, faults }),
    );
  }
}

interface OwnView {
  readonly petition: PetitionRow;
  readonly own: OwnSignatureRow;
  readonly faults?: FormFaults;
}

function render(page: Page, { petition, own, faults }: OwnView): string {
  const { name } = page.person!;
  const model = presentSigned(petition, own, { name, say: page.say });
  return page.render('petitions/signed', { ...model, faults });
}
