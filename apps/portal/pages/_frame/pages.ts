import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { tellRefusal } from '#platform/log/security-log.js';
import { CommonReads } from '#platform/load/common-reads.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';
import { Views } from '#platform/views/views.js';
import { doorsOf } from './doors.js';
import { PageCache } from './page-cache.js';
import { Page } from './page.js';
import { pageAddressOf, preferredLang } from './page-address.js';

/** Opens the page that a request asks for: its language, frame and person. */
@Injectable()
export class Pages {
  constructor(
    private readonly views: Views,
    private readonly cache: PageCache,
    private readonly reads: CommonReads,
    private readonly keeper: StageKeeper,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  open(request: FastifyRequest): Page {
    const address = pageAddressOf(request.url);
    const lang = address?.lang ?? preferredLang(request.headers['accept-language']);
    const person = signedInOf(request);
    const say = this.views.wording(lang);
    const { stage } = this.keeper;
    const frame = {
      path: address?.path ?? '/',
      requestId: request.id,
      // Only a label ("5 days left"): every deadline is decided by the database's clock.
      today: civilDateOf(new Date()),
      standIn: this.config.standInIdentity,
      ...(stage === 'full' ? {} : { load: stage }),
      ...(this.config.publicOrigin ? { origin: this.config.publicOrigin } : {}),
      ...(person ? { person: { name: person.name, doors: doorsOf(person, say) } } : {}),
    };
    const onRefused = (error: unknown): void => tellRefusal(error, request);
    const { views, cache, reads } = this;
    return new Page({ views, cache, reads, lang, frame, person, onRefused });
  }
}
