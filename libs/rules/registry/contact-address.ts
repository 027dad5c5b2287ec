import type { Fault } from '../kernel/domain-error.js';

/** An address as it is kept, or what is wrong with what was written. */
export type ReadAddress =
  { readonly address: string } | { readonly address: null; readonly fault: Fault };

const LONGEST_MAIL = 254;
const LONGEST_LOCAL_PART = 64;

// Without quoted local parts and without letters outside ASCII: what every mail server takes.
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])?$/i;

/**
 * A mail address with its domain in small letters.
 *
 * @example readMailAddress(' Asel@Mail.KZ ') // → { address: 'Asel@mail.kz' }
 */
export function readMailAddress(written: string): ReadAddress {
  const text = written.trim();
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(0, at)), text.slice(at + 1).toLowerCase()];
  const isGood =
    text.length <= LONGEST_MAIL &&
    local.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain);
  return isGood ? { address: `${local}@${domain}` } : refused('contact.mail_malformed');
}

const SEPARATORS = /[\s().\u00A0\u2010-\u2015-]/g;

/** Mobile networks of Kazakhstan in the national numbering plan: 70x, 747, 75x, 76x and 77x. */
const MOBILE = /^7(0\d|47|[567]\d)\d{7}$/;

/**
 * A mobile number of Kazakhstan in E.164. People write it with 8, 7, +7 or without any of them.
 *
 * @example readMobileNumber('8 (701) 482-93-17') // → { address: '+77014829317' }
 */
export function readMobileNumber(written: string): ReadAddress {
  const text = written.replaceAll(SEPARATORS, '');
  if (!/^\+?\d{1,15}$/.test(text)) return refused('contact.phone_malformed');
  if (text.startsWith('+') && !text.startsWith('+7')) return refused('contact.phone_foreign');
  const national = nationalOf(text);
  if (national.length !== 10) return refused('contact.phone_malformed');
  if (!national.startsWith('7')) return refused('contact.phone_foreign');
  return MOBILE.test(national) ? { address: `+7${national}` } : refused('contact.phone_landline');
}

function nationalOf(text: string): string {
  if (text.startsWith('+')) return text.slice(2);
  return text.length === 11 && /^[78]/.test(text) ? text.slice(1) : text;
}

function refused(code: string): ReadAddress {
  return { address: null, fault: { code, field: 'address' } };
}
