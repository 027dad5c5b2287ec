import { describe, expect, it } from '@jest/globals';
import { readMailAddress, readMobileNumber, type ReadAddress } from './contact-address.js';

const said = (read: ReadAddress): string =>
  read.address === null ? read.fault.code : read.address;

describe('a mail address', () => {
  it.each([
    ['Asel.S+news@Mail.KZ', 'Asel.S+news@mail.kz'],
    [' a@b.kz ', 'a@b.kz'],
    [`${'a'.repeat(64)}@b.kz`, `${'a'.repeat(64)}@b.kz`],
    [`a@${'b'.repeat(63)}.kz`, `a@${'b'.repeat(63)}.kz`],
  ])('%j is kept as %j', (written, kept) => expect(said(readMailAddress(written))).toBe(kept));

  it.each([
    '',
    'asel',
    '@b.kz',
    'a@',
    'a@b',
    'a@@b.kz',
    'a b@c.kz',
    'a..b@c.kz',
    '.a@c.kz',
    'a@-b.kz',
    `${'a'.repeat(65)}@b.kz`,
    `a@${'b'.repeat(64)}.kz`,
    `a@${'b.'.repeat(126)}kz`,
    'a@b.kz, c@d.kz',
    'a@b.kz\nBcc: c@d.kz',
    '"a b"@c.kz',
    '<a@b.kz>',
    'әсел@b.kz',
    'a@[10.0.0.1]',
  ])('%j is refused', (written) =>
    expect(said(readMailAddress(written))).toBe('contact.mail_malformed'),
  );
});

describe('a mobile number', () => {
  it.each([
    '+77014829317',
    '8 (701) 482-93-17',
    '7 701 482 93 17',
    '701 482 93 17',
    '+7701 4829317',
  ])('%j is kept in E.164', (written) =>
    expect(said(readMobileNumber(written))).toBe('+77014829317'),
  );

  it.each([
    ['+77474829317', '+77474829317'],
    ['+77774829317', '+77774829317'],
    ['+77464829317', 'contact.phone_landline'],
    ['+77172482931', 'contact.phone_landline'],
    ['+77272482931', 'contact.phone_landline'],
    ['+79164829317', 'contact.phone_foreign'],
    ['+998901234567', 'contact.phone_foreign'],
    ['+7701482931', 'contact.phone_malformed'],
    ['+770148293177', 'contact.phone_malformed'],
    ['', 'contact.phone_malformed'],
    ['+', 'contact.phone_malformed'],
    ['+7701482931a', 'contact.phone_malformed'],
    ['٠٧٠١٤٨٢٩٣١٧', 'contact.phone_malformed'],
  ])('%j gives %j', (written, kept) => expect(said(readMobileNumber(written))).toBe(kept));
});
