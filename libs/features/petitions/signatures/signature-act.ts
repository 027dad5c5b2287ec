/** A signature as it comes in: the session that sends it is proven where it is stored. */
export interface SignatureAct {
  readonly tokenDigest: string;
  readonly petitionId: string;
  readonly nameHidden: boolean;
  /** Digest of the text that the signer has read; null where the program did not say. */
  readonly textDigest: string | null;
  readonly idempotencyKey: string | null;
}

/** An acknowledged signature. */
export interface SignatureReceipt {
  /** «Signed no. 141»: in the sequence of signing, withdrawn ones included. */
  readonly number: number;
  readonly receipt: string;
  readonly signedAt: Date;
}

/** An act made ready for storing: its receipt is drawn once, before any transaction. */
export interface PreparedSignature {
  readonly act: SignatureAct;
  readonly receipt: string;
}
