import { Module } from '@nestjs/common';
import { ChooseNotices } from './choose-notices.js';
import { NoticeChoiceReader } from './notice-choice.reader.js';
import { TellPeople } from './tell-people.js';

const PROVIDERS = [ChooseNotices, NoticeChoiceReader, TellPeople];

/** Of what residents and officers are told by mail and by text message. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class NoticesModule {}
