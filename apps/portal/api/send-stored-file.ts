import type { FastifyReply } from 'fastify';
import type { FileStore } from '#platform/files/file-store.js';
import { storedFileHeaders } from './stored-file-headers.js';

const NAME = /^[0-9a-f-]{36}(-small)?\.(webp|pdf)$/;

/** Is this a name that we give to stored files? */
export function isStoredName(name: string): boolean {
  return NAME.test(name);
}

export interface StoredFileAnswer {
  readonly store: FileStore;
  readonly name: string;
  readonly file: Parameters<typeof storedFileHeaders>[0];
  readonly reply: FastifyReply;
}

/** Sends a stored file; false, and nothing is sent, where its bytes are not there. */
export async function sendStoredFile(answer: StoredFileAnswer): Promise<boolean> {
  const { store, name, file, reply } = answer;
  const opened = await store.open(name);
  if (!opened) return false;
  void reply.headers(storedFileHeaders(file)).header('content-length', opened.sizeBytes);
  await reply.send(opened.stream);
  return true;
}
