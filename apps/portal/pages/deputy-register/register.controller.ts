import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { type KeptMaslikhat, presentRegister } from './register.presenter.js';

/** The secretary's register: every seat, with what can be entered about it. */
@PageController('deputy-register')
export class DeputyRegisterPageController {
  constructor(
    private readonly pages: Pages,
    private readonly maslikhats: MaslikhatReader,
    private readonly territories: TerritoryReader,
  ) {}

  @Show('', { roles: ['maslikhat-secretary'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const own = page.person!.roles.filter(({ role }) => role === 'maslikhat-secretary');
    const kept = await Promise.all(own.map(({ territory }) => this.keptOf(territory)));
    return page.render('deputy-register/register', presentRegister(kept, page.say));
  }

  private async keptOf(kato: string): Promise<KeptMaslikhat> {
    const [unit, maslikhat, coming] = await Promise.all([
      this.territories.get(kato),
      this.maslikhats.find(kato),
      this.maslikhats.listComing(kato),
    ]);
    return { unit, maslikhat, coming };
  }
}
