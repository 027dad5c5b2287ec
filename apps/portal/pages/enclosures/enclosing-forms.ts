import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddEnclosure } from '#features/record/enclosures/add-enclosure.js';
import { EnclosureReader } from '#features/record/enclosures/enclosure.reader.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { sentFileOf } from '../_frame/file-form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import { EnclosingForm } from './enclosing-form.js';

/** Forms of acts that take files: one file is sent at a time, and what was typed stays. */
@Injectable()
export class EnclosingForms {
  constructor(
    private readonly enclosures: EnclosureReader,
    private readonly addEnclosure: AddEnclosure,
  ) {}

  async open(request: FastifyRequest): Promise<EnclosingForm> {
    const person = signedInOf(request)!;
    const fields = formFieldsOf(request);
    const ids = fields.text('enclosures').split(',');
    const { upload, isTooLarge } = sentFileOf(request);
    return new EnclosingForm({
      kept: await this.enclosures.listLoose(person, ids),
      removed: fields.text('removeEnclosure'),
      isAddPressed: fields.has('addEnclosure'),
      isTooLarge,
      add: upload && (() => this.addEnclosure.run(person, upload)),
    });
  }
}
