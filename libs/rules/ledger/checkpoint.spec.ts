import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkpointText, parseCheckpoint } from './checkpoint.js';
import { emptyRoot, leafHash } from './merkle-hash.js';
import {
  openNote,
  parseVerifierKey,
  signNote,
  type NoteSigner,
  verifierKey,
} from './signed-note.js';

const checkpoint = {
  origin: 'qatysu.example/qarasu',
  size: 20_852_163,
  root: leafHash(Buffer.from('x')),
  extensions: ['time 2027-04-24T18:59:59+05:00'],
};

describe('the text of a checkpoint', () => {
  it('is the one of the specification', () => {
    expect(
      checkpointText({ origin: 'example.kz/log', size: 0, root: emptyRoot(), extensions: [] }),
    ).toBe('example.kz/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
  });

  it('is read back', () => {
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  const good = checkpointText(checkpoint);
  it.each([
    ['without a line break at its end', good.slice(0, -1)],
    ['with a size that begins with 0', good.replace('20852163', '020852163')],
    ['with a negative size', good.replace('20852163', '-1')],
    ['with a size beyond whole numbers', good.replace('20852163', '12345678901234567')],
    ['with a short root', good.replace(/\n([^\n]{40})[^\n]*=\n/, '\n$1\n')],
    ['with an empty line', `${good}\n`],
    ['without an origin', good.slice(good.indexOf('\n'))],
    ['of nothing', ''],
  ])('is refused %s', (_, text) => expect(parseCheckpoint(text)).toBeNull());
});

/** The example in the documentation of golang.org/x/mod/sumdb/note. */
const PUBLISHED_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PUBLISHED_TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const PUBLISHED_NOTE =
  `${PUBLISHED_TEXT}\n— PeterNeumann ` +
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const PUBLISHED_SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';

function newSigner(name: string): NoteSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { name, publicKey: der.subarray(-32), privateKey };
}

describe('a signed note', () => {
  const published = parseVerifierKey(PUBLISHED_KEY)!;
  const town = newSigner('town');
  const witness = newSigner('witness');
  const note = signNote(checkpointText(checkpoint), town);

  it('opens as published elsewhere', () => {
    expect(openNote(PUBLISHED_NOTE, [published])).toBe(PUBLISHED_TEXT);
    expect(verifierKey(published)).toBe(PUBLISHED_KEY);
  });

  it('is signed as published elsewhere', () => {
    const seed = Buffer.from(PUBLISHED_SEED, 'base64').subarray(1);
    const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
    const key = Buffer.concat([prefix, seed]);
    const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    expect(signNote(PUBLISHED_TEXT, { ...published, privateKey })).toBe(PUBLISHED_NOTE);
  });

  it('opens for whoever knows the key', () => {
    expect(openNote(note, [witness, town])).toBe(checkpointText(checkpoint));
  });

  it('stays closed with no known signature, a wrong one or another text', () => {
    expect(openNote(note, [witness])).toBeNull();
    expect(openNote(note.replace('20852163', '20852164'), [town])).toBeNull();
    expect(openNote(checkpointText(checkpoint), [town])).toBeNull();
    expect(openNote(note.slice(0, -1), [town])).toBeNull();
    expect(openNote(`${note}no signature\n`, [town])).toBeNull();
  });

  it('may carry the signatures of others', () => {
    const both = note + signNote(checkpointText(checkpoint), witness).split('\n\n')[1]!;
    expect(openNote(both, [town])).toBe(checkpointText(checkpoint));
    const forged = { ...witness, privateKey: newSigner('other').privateKey };
    const spoilt = note + signNote(checkpointText(checkpoint), forged).split('\n\n')[1]!;
    expect(openNote(spoilt, [town, witness])).toBeNull();
  });

  it.each([
    '',
    'PeterNeumann',
    'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'Other+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ])('has no key in %j', (line) => expect(parseVerifierKey(line)).toBeNull());
});
