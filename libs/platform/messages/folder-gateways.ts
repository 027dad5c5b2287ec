import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Letter, MailGateway, type ShortText, SmsGateway } from './letter.js';
import { mailOf } from './smtp-gateway.js';

const FROM = 'portal@qatysu.invalid';

/** Stands in for a mail server: each letter is a file that any mail program opens. */
export class FolderMailGateway extends MailGateway {
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(private readonly folder: string) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    const { message } = await this.transport.sendMail(mailOf(letter, FROM));
    await put(this.folder, `${letter.id}.eml`, message as Buffer);
  }
}

/** Stands in for a gateway of text messages. */
export class FolderSmsGateway extends SmsGateway {
  constructor(private readonly folder: string) {
    super();
  }

  async send({ id, to, text }: ShortText): Promise<void> {
    await put(this.folder, `${id}.sms.txt`, Buffer.from(`${to}\n\n${text}\n`));
  }
}

/** Addresses stand in these files: nobody else reads them. */
async function put(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, name), bytes, { mode: 0o600 });
}
