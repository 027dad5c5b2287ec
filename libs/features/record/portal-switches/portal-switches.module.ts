import { Module } from '@nestjs/common';
import { SetPortalSwitch } from './set-portal-switch.js';

/** What the operator sets for all portals. */
@Module({ providers: [SetPortalSwitch], exports: [SetPortalSwitch] })
export class PortalSwitchesModule {}
