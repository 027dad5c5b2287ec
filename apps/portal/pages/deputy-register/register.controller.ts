import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentRegister } from './register.presenter.js';

/** The secretary's register: every seat, with what can be entered about it. */
@PageController('deputy-register')
export class DeputyRegisterPageController {
  constructor(
    private readonly pages: Pages,
    private readonly maslikhats: MaslikhatReader,
  ) {}

  @Show('', { roles: ['maslikhat-secretary'] })
  async show(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const own = page.person!.roles.filter(({ role }) => role === 'maslikhat-secretary');
    const found = await Promise.all(own.map(({ territory }) => this.maslikhats.find(territory)));
    const maslikhats = found.filter((each) => each !== null);
    return page.render('deputy-register/register', presentRegister(maslikhats, page.say));
  }
}
