import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { entityTagOf } from '#platform/http/entity-tag.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type MinutesView, presentMinutes } from './minutes.presenter.js';

/** Shows minutes to whoever may see them. */
@Injectable()
export class ShownMinutes {
  constructor(
    readonly minutes: MinutesReader,
    private readonly overrides: LocalOverrideReader,
  ) {}

  /** @throws DomainError not-found `minutes.not_found` */
  async get(
    id: string,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<MinutesView> {
    const row = await this.minutes.getFor(signedInOf(request), id);
    void reply.header('etag', entityTagOf(row.version));
    return presentMinutes(row, await this.overrides.listFor(row.territory));
  }
}
