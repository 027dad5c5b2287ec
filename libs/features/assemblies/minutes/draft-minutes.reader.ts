import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { makeMinutes } from '#rules/assemblies/make-minutes.js';
import { linkKey } from '#rules/assemblies/minutes-check.js';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { MeetingPlaceReader } from '../meetings/meeting-place.reader.js';
import { type QuerySource, readHall, readMeeting } from '../meetings/meeting.reader.js';
import { readLinkedObjects } from '../writings/linked-object.reader.js';
import { readWritings } from '../writings/writing.reader.js';
import type { MinutesRow } from './minutes-row.js';
import { type MinutesMaterial, sourceOf } from './minutes-source.js';

/** Draft minutes as those who may remark on them read them. */
@Injectable()
export class DraftMinutesReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: MeetingPlaceReader,
    private readonly names: NameReader,
  ) {}

  /** The text that would be signed now. */
  async get(minutes: MinutesRow): Promise<MinutesDocument> {
    const { territory, kind, heldOn } = minutes;
    const { overrides } = await this.places.get(territory, kind, heldOn);
    return makeMinutes(
      sourceOf(await collectMaterial(this.dataSource, minutes, { overrides, names: this.names })),
    );
  }
}

/** Local acts, and who opens the askers' names. */
export interface MinutesGround {
  readonly overrides: readonly LocalOverride[];
  readonly names: NameReader;
}

/** What the minutes of a meeting are made of, as it stands. */
export async function collectMaterial(
  source: QuerySource,
  { number, meetingId }: Pick<MinutesRow, 'number' | 'meetingId'>,
  { overrides, names }: MinutesGround,
): Promise<MinutesMaterial> {
  const meeting = await readMeeting(source, meetingId, names);
  if (!meeting) throw new DomainError('not-found', 'meeting.not_found');
  const hall = await readHall(source, meetingId);
  const writings = await readWritings(source, meetingId);
  const links = writings.flatMap((item) => item.links);
  const unique = new Map(links.map((link) => [linkKey(link), link]));
  const objects = await readLinkedObjects(source, [...unique.values()]);
  return { number, meeting, hall, writings, objects, overrides };
}
