import { Module } from '@nestjs/common';
import { NoteReceiptCheck } from './note-receipt-check.js';
import { ReceiptCheckReader } from './receipt-check.reader.js';

/** Who looks at a receipt makes the count checkable: how many do is shown. */
@Module({
  providers: [NoteReceiptCheck, ReceiptCheckReader],
  exports: [NoteReceiptCheck, ReceiptCheckReader],
})
export class ReceiptChecksModule {}
