import { Module } from '@nestjs/common';
import { DelegateDuties } from './delegate-duties.js';
import { DelegationReader } from './delegation.reader.js';
import { EndDelegation } from './end-delegation.js';

/** Posts in somebody else's hands while their holders are away. */
@Module({
  providers: [DelegationReader, DelegateDuties, EndDelegation],
  exports: [DelegationReader, DelegateDuties, EndDelegation],
})
export class DelegationsModule {}
