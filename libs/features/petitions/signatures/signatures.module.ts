import { Module } from '@nestjs/common';
import { CompareSignatureCounts } from './compare-signature-counts.js';
import { SignPetition } from './sign-petition.js';
import { SignatureBox } from './signature-box.js';
import { SignatureCountReader } from './signature-count.reader.js';
import { SignatureReader } from './signature.reader.js';
import { WithdrawSignature } from './withdraw-signature.js';

/** Signing, withdrawing and counting signatures. */
@Module({
  providers: [
    SignatureBox,
    SignPetition,
    WithdrawSignature,
    CompareSignatureCounts,
    SignatureReader,
    SignatureCountReader,
  ],
  exports: [SignPetition, WithdrawSignature, CompareSignatureCounts, SignatureReader],
})
export class SignaturesModule {}
