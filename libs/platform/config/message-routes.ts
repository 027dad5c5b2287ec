import { join } from 'node:path';
import { type Env, isAddress } from './read-values.js';

/** Where letters leave the portal: a mail server, or a folder that stands in for one. */
export type MailRoute =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Where text messages leave the portal. */
export type SmsRoute =
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly tokenFile: string | null;
      /** What the gateway calls the number, the text and our id of the message. */
      readonly fields: readonly [string, string, string];
    }
  | { readonly kind: 'folder'; readonly folder: string };

export interface MessageRoutes {
  /** Null: nothing is sent by mail, notices stay on pages. */
  readonly mail: MailRoute | null;
  readonly sms: SmsRoute | null;
}

interface Setting {
  readonly env: Env;
  readonly production: boolean;
  readonly dataFolder: string;
  readonly faults: string[];
}

const FIELDS = 'to,text,id';
const FIELD = /^[A-Za-z_][\w.-]*$/;
const FROM = /^[^\s<>@,;"]+@[A-Za-z\d.-]+$/;

/** Before the public an address decides; for trying out files in a folder stand in for both ways. */
export function readMessageRoutes(setting: Setting): MessageRoutes {
  const { env, production, dataFolder } = setting;
  const folder = join(dataFolder, 'outgoing');
  const standIn = production ? null : ({ kind: 'folder', folder } as const);
  return {
    mail: env['SMTP_URL'] ? smtpOf(setting, env['SMTP_URL']) : standIn,
    sms: env['SMS_URL'] ? gatewayOf(setting, env['SMS_URL']) : standIn,
  };
}

function smtpOf({ env, faults }: Setting, url: string): MailRoute {
  const from = env['MAIL_FROM'] ?? '';
  if (!isAddress(url, ['smtp:', 'smtps:']))
    faults.push('SMTP_URL: an address with smtp: or smtps: is expected');
  if (!FROM.test(from)) faults.push('MAIL_FROM: a bare mail address is expected beside SMTP_URL');
  return { kind: 'smtp', url, from };
}

function gatewayOf({ env, faults }: Setting, url: string): SmsRoute {
  const fields = (env['SMS_FIELDS'] || FIELDS).split(',').map((name) => name.trim());
  if (!isAddress(url, ['http:', 'https:']))
    faults.push('SMS_URL: an address with http: or https: is expected');
  if (fields.length !== 3 || !fields.every((name) => FIELD.test(name)))
    faults.push(`SMS_FIELDS: three names with commas between are expected, as ${FIELDS}`);
  return {
    kind: 'http',
    url,
    tokenFile: env['SMS_TOKEN_FILE'] || null,
    fields: fields as unknown as readonly [string, string, string],
  };
}
