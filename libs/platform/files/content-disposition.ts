/**
 * The header that makes a browser save a file: an ASCII name for old ones and the real one for the
 * others (RFC 6266).
 *
 * @example attachmentNamed('Смета.pdf')
 * // → `attachment; filename="_____.pdf"; filename*=UTF-8''%D0%A1…`
 */
export function attachmentNamed(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(name)}`;
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
