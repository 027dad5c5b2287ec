import { readFileSync } from 'node:fs';
import { type Config } from '#platform/config/config.js';
import type { EgovSetting } from '#platform/config/egov-setting.js';

/** The page that the provider sends people back to: registered with it, to the letter. */
const RETURN_PATH = '/kk/sign-in/egov/return';

/** How this portal is known to the provider. */
export interface EgovPlan extends EgovSetting {
  readonly clientSecret: string;
  readonly returnTo: URL;
  readonly allowsHttp: boolean;
}

/** Null where people sign in by no provider. */
export function egovPlanOf({ egov, publicOrigin, production }: Config): EgovPlan | null {
  if (!egov || !publicOrigin) return null;
  return {
    ...egov,
    clientSecret: readFileSync(egov.clientSecretFile, 'utf8').trim(),
    returnTo: new URL(RETURN_PATH, publicOrigin),
    allowsHttp: !production,
  };
}
