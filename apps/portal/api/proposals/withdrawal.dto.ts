import { TextField } from '../text-field.js';

export class WithdrawalDto {
  @TextField(2_000)
  reason?: string;
}
