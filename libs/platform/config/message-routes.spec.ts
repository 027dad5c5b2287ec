import { describe, expect, it } from '@jest/globals';
import { readMessageRoutes } from './message-routes.js';

const SMTP = { SMTP_URL: 'smtps://user:secret@mail.example.kz', MAIL_FROM: 'qatysu@example.kz' };
const SMS = { SMS_URL: 'https://sms.example.kz/send' };

function read(env: Record<string, string>, production = false) {
  const faults: string[] = [];
  const routes = readMessageRoutes({ env, production, dataFolder: '/data', faults });
  return { routes, faults };
}

describe('ways of messages', () => {
  it('are files of a folder while trying out, and closed before the public', () => {
    const folder = { kind: 'folder', folder: '/data/outgoing' };
    expect(read({}).routes).toEqual({ mail: folder, sms: folder });
    expect(read({}, true).routes).toEqual({ mail: null, sms: null });
  });

  it.each([false, true])('are those of the environment, production or not: %s', (production) => {
    const { routes, faults } = read(
      { ...SMTP, ...SMS, SMS_FIELDS: 'phone, message,ref' },
      production,
    );
    expect(faults).toEqual([]);
    expect(routes.mail).toEqual({ kind: 'smtp', url: SMTP.SMTP_URL, from: SMTP.MAIL_FROM });
    expect(routes.sms).toEqual({
      kind: 'http',
      url: SMS.SMS_URL,
      tokenFile: null,
      fields: ['phone', 'message', 'ref'],
    });
  });

  it.each([
    [{ ...SMTP, SMTP_URL: 'https://mail.example.kz' }, 'SMTP_URL'],
    [{ ...SMTP, SMTP_URL: 'mail' }, 'SMTP_URL'],
    [{ SMTP_URL: SMTP.SMTP_URL }, 'MAIL_FROM'],
    [{ ...SMTP, MAIL_FROM: 'Portal <qatysu@example.kz>' }, 'MAIL_FROM'],
    [{ SMS_URL: 'ftp://sms.example.kz' }, 'SMS_URL'],
    [{ ...SMS, SMS_FIELDS: 'to,text' }, 'SMS_FIELDS'],
    [{ ...SMS, SMS_FIELDS: 'to,text,id"' }, 'SMS_FIELDS'],
  ])('%j: the fault of %s is named', (env, name) => {
    const { faults } = read(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });
});
