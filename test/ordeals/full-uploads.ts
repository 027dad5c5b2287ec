import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { burst, type Scene } from './burst.js';
import { InsistentClient, type Answer } from './insistent-client.js';
import { cookieOf } from './ordeal-town.js';
import { type Ordeal, timesOf } from './ordeal.js';
import { noScratchDisk, ScratchDisk } from './scratch-disk.js';

const BLOWS = { short: 2, long: 20 };
const MEGABYTES = 8;
const UPLOAD_BYTES = 300_000;
/** A file is no ballot: it may wait for its turn. */
const UPLOAD_WITHIN_MS = 30_000;
/** Of the residents who vote, the last ones send files. */
const FIRST_SENDER = 30_000;
const BOUNDARY = 'qatysu-ordeal';

interface Kept {
  readonly sender: number;
  readonly url: string;
  readonly sha256: string;
}

/** No room for files: senders are told, voters notice nothing, nothing half-written stays. */
export const fullUploads: Ordeal = {
  name: 'full-uploads',
  what: 'no byte is left for files, then there is again; the control tears a file that was acknowledged',
  missing: noScratchDisk,
  run: async (plan) => {
    const scene = new UploadScene();
    try {
      return await burst({
        blows: timesOf(plan, BLOWS),
        before: async ({ town, portal }) => scene.open(town.filesFolder, () => portal.address),
        blow: () => scene.sendAroundFullDisk(),
        ...(plan.control && { after: async () => scene.tearOne() }),
        also: (at) => scene.faults(at),
      });
    } finally {
      scene.close();
    }
  },
};

class UploadScene {
  private disk: ScratchDisk | null = null;
  private client: InsistentClient | null = null;
  private sender = FIRST_SENDER;
  private readonly kept: Kept[] = [];
  private readonly surprises: string[] = [];

  open(filesFolder: string, address: () => string): void {
    this.disk = ScratchDisk.mount(MEGABYTES, tmpdir());
    symlinkSync(this.disk.folder, filesFolder);
    this.client = new InsistentClient({ address, answerWithinMs: UPLOAD_WITHIN_MS });
  }

  /** One file before, one on the full disk, one after. */
  async sendAroundFullDisk(): Promise<void> {
    await this.sendAnd(201);
    this.disk!.fill();
    await this.sendAnd(503);
    this.disk!.clear();
    await this.sendAnd(201);
  }

  tearOne(): void {
    const name = basename(this.kept[0]!.url);
    const path = this.files().find((each) => basename(each) === name)!;
    truncateSync(join(this.disk!.folder, path), 10);
  }

  async faults({ portal }: Scene): Promise<string[]> {
    const digests = await Promise.all(this.kept.map((file) => digestAt(portal.address, file)));
    const torn = this.kept.filter(({ sha256 }, index) => digests[index] !== sha256).length;
    const unfinished = this.files().filter((path) => path.endsWith('.part')).length;
    return [
      ...this.surprises,
      ...(torn > 0 ? [`${torn} acknowledged file(s) are not what was sent`] : []),
      ...(unfinished > 0 ? [`${unfinished} half-written file(s) were left behind`] : []),
    ];
  }

  close(): void {
    this.client?.close();
    this.disk?.unmount();
  }

  private async sendAnd(expected: number): Promise<void> {
    const sender = (this.sender += 1);
    const answer = await this.send(sender);
    if (answer.status !== expected)
      this.surprises.push(`a file was answered by ${answer.status}, not by ${expected}`);
    if (answer.status !== 201) return;
    const { url, sha256 } = JSON.parse(answer.body) as Omit<Kept, 'sender'>;
    this.kept.push({ sender, url, sha256 });
  }

  private files(): string[] {
    return readdirSync(this.disk!.folder, { recursive: true }).map(String);
  }

  private send(person: number): Promise<Answer> {
    return this.client!.send({
      method: 'POST',
      path: '/api/v1/enclosures',
      person,
      key: `upload-${person}`,
      contentType: `multipart/form-data; boundary=${BOUNDARY}`,
      body: formOf(aDocument()),
    });
  }
}

async function digestAt(address: string, { sender, url }: Kept): Promise<string> {
  const answer = await fetch(`${address}${url}`, {
    headers: { cookie: cookieOf(sender) },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return createHash('sha256').update(bytes).digest('hex');
}

/** A PDF with one empty page and a comment that can not be made smaller. */
function aDocument(): Buffer {
  const page =
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj';
  const noise = randomBytes(UPLOAD_BYTES / 2).toString('hex');
  return Buffer.from(`%PDF-1.4\n%${noise}\n${page}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

function formOf(file: Buffer): Buffer {
  const head =
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n` +
    'content-type: application/pdf\r\n\r\n';
  return Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
