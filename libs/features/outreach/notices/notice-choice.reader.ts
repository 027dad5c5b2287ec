import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MESSAGE_WAYS, type MessageWay } from '#platform/messages/message-way.js';
import {
  isToldByDefault,
  NOTICE_KINDS,
  type NoticeChoice,
  type NoticeKind,
} from './notice-kind.js';

/** Questions about what people want to be told of. */
@Injectable()
export class NoticeChoiceReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every kind by every way, said or by default. */
  async list(residentId: string): Promise<NoticeChoice[]> {
    const said: NoticeChoice[] = await this.dataSource.query(
      `select kind, way, wanted from notice_choices where resident_id = $1`,
      [residentId],
    );
    return NOTICE_KINDS.flatMap((kind) =>
      MESSAGE_WAYS.map((way) => ({ kind, way, wanted: wantedIn(said, kind, way) })),
    );
  }

  /** Is it still wanted at this moment? */
  async isWanted(residentId: string, kind: NoticeKind, way: MessageWay): Promise<boolean> {
    const choices = await this.list(residentId);
    return choices.some((each) => each.kind === kind && each.way === way && each.wanted);
  }
}

function wantedIn(said: readonly NoticeChoice[], kind: NoticeKind, way: MessageWay): boolean {
  const choice = said.find((each) => each.kind === kind && each.way === way);
  return choice?.wanted ?? isToldByDefault(kind);
}
