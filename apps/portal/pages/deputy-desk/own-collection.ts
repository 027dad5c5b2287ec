import { createParamDecorator, Injectable, type PipeTransform } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { KnownId } from '#platform/http/known-id.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { OwnCollections } from './own-collections.js';

/** A page about a deputy's own collection, with what its form sent. */
export interface OpenedCollection {
  readonly page: Page;
  readonly petition: PetitionRow;
  readonly fields: FormFields;
}

/** Opens the page of the collection that `:id` of the address names. */
@Injectable()
export class OpenOwnCollection implements PipeTransform<FastifyRequest, Promise<OpenedCollection>> {
  private readonly knownId = new KnownId();

  constructor(
    private readonly pages: Pages,
    private readonly collections: OwnCollections,
  ) {}

  async transform(request: FastifyRequest): Promise<OpenedCollection> {
    const page = this.pages.open(request);
    const id = this.knownId.transform((request.params as { id: string }).id);
    const petition = await this.collections.get(page.person!, id);
    return { page, petition, fields: formFieldsOf(request) };
  }
}

const requestOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/**
 * A handler's own collection; somebody else's is answered like one that is not there.
 *
 * @example async show(@OwnCollection() { page, petition }: OpenedCollection) { … }
 */
export const OwnCollection = () => requestOf(OpenOwnCollection);
