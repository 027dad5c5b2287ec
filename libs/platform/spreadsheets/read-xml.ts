import { SaxesParser } from 'saxes';
import { refusedSheet } from './sheet-row.js';

/** What is told of a document, one after another; names come without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads a document in pieces. A document type is refused: no table needs one, and entities of
 * their own are how XML is made to grow.
 *
 * @throws DomainError rule-violated `table-file.unreadable`
 */
export async function readXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) =>
    events.open?.(localName(name), (wanted) => attributes[wanted]),
  );
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => events.close?.(localName(name)));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function refuse(): never {
  throw refusedSheet('table-file.unreadable');
}
