import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { canSeeMeeting } from '#features/assemblies/meetings/meeting.policy.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { entityTagOf } from '#platform/http/entity-tag.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type MeetingView, presentMeeting } from './meeting.presenter.js';

/** Shows one meeting to whoever asks. */
@Injectable()
export class ShownMeeting {
  constructor(readonly meetings: MeetingReader) {}

  /** @throws DomainError not-found `meeting.not_found`, also for a plan of others */
  async get(
    id: string,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<MeetingView> {
    const row = await this.meetings.get(id);
    if (!canSeeMeeting(signedInOf(request), row))
      throw new DomainError('not-found', 'meeting.not_found');
    void reply.header('etag', entityTagOf(row.version));
    return presentMeeting(row);
  }
}
