import { Module } from '@nestjs/common';
import { CancelHandover } from './cancel-handover.js';
import { DrawHandover } from './draw-handover.js';
import { HandoverReader } from './handover.reader.js';
import { SignHandover } from './sign-handover.js';

const PARTS = [HandoverReader, DrawHandover, SignHandover, CancelHandover];

/** Desks that pass from one official to the next with everything open on them. */
@Module({ providers: PARTS, exports: PARTS })
export class HandoversModule {}
