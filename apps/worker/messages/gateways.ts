import type { Config } from '#platform/config/config.js';
import { FolderMailGateway, FolderSmsGateway } from '#platform/messages/folder-gateways.js';
import { HttpSmsGateway } from '#platform/messages/http-sms-gateway.js';
import type { MailGateway, SmsGateway } from '#platform/messages/letter.js';
import { SmtpGateway } from '#platform/messages/smtp-gateway.js';

export function mailGatewayOf({ messages: { mail } }: Config): MailGateway | null {
  if (mail === null) return null;
  return mail.kind === 'smtp'
    ? new SmtpGateway(mail.url, mail.from)
    : new FolderMailGateway(mail.folder);
}

export function smsGatewayOf({ messages: { sms } }: Config): SmsGateway | null {
  if (sms === null) return null;
  return sms.kind === 'http' ? new HttpSmsGateway(sms) : new FolderSmsGateway(sms.folder);
}
