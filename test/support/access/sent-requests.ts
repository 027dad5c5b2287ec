import type { OpenAPIObject } from '@nestjs/swagger';
import type { CellCaller } from './access-cells.js';
import { bodyOf } from './sample-bodies.js';
import type { TownObject } from './town-objects.js';

export interface SentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

/** Queries without which an address is not read at all. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /api/v1/rounds/:id/quarantines/preview': '?signal=night',
  'GET /:lang/rounds/:id/quarantine/preview': '?signal=night',
  'GET /api/v1/ledger/leaves': '?from=0&to=1',
  'GET /api/v1/ledger/proofs/inclusion': '?index=0&size=1',
  'GET /api/v1/ledger/proofs/consistency': '?from=1&to=1',
  'GET /api/v1/decision-links': '?kind=project&id=1',
};

/** Forms whose object stands in a field: without it, there is nothing to have rights to. */
const FORMS: Readonly<Record<string, (object: TownObject) => Readonly<Record<string, string>>>> = {
  'POST /:lang/budget-desk/new': ({ territory }) => ({ territory, year: '2027' }),
  'POST /:lang/deputy-desk/co-deputies': ({ names }) => names,
  'POST /:lang/assembly-desk/wordings/:kato': () => ({ act: 'add-phrase' }),
  'POST /:lang/minutes/:id/remarks': () => ({ text: 'Ескерту', language: 'kk' }),
  'POST /:lang/propose': ({ names }) => names,
  'POST /:lang/deputy-register/:kato/mandate': ({ names }) => names,
  'POST /:lang/rounds/:id/reports/new': ({ names }) => ({ quarter: names['quarter']! }),
  'POST /:lang/projects/:number/works/seen': ({ names }) => ({ change: names['change']! }),
};

/** Pages whose form holds a file and nothing but it. */
const WITH_FILE = new Set(['POST /:lang/propose/:id/:question/files']);

const FILE = [
  '--x',
  'content-disposition: form-data; name="capacity"',
  '',
  'chair',
  '--x',
  'content-disposition: form-data; name="postedOn"',
  '',
  '2026-11-01',
  '--x',
  'content-disposition: form-data; name="signedOn"',
  '',
  '2026-11-01',
  '--x',
  'content-disposition: form-data; name="file"; filename="a.pdf"',
  '',
  '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
  '--x--',
  '',
].join('\r\n');

/** A request to the object that is well formed, so that nothing but the right to it is in question. */
export function requestTo(
  route: string,
  { object, caller, document }: { object: TownObject; caller: CellCaller; document: OpenAPIObject },
): SentRequest {
  const [method = '', path = ''] = route.split(' ');
  const url = addressOf(path, object) + queryOf(route, object);
  const asked = { method: method as SentRequest['method'], url };
  const headers = { 'sec-fetch-site': 'same-origin' };
  if (method === 'GET') return { ...asked, headers };
  if (path.startsWith('/:lang') && !WITH_FILE.has(route)) {
    const fields = { x: '1', ...FORMS[route]?.(object) };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return {
      ...asked,
      headers: { ...headers, ...type },
      payload: String(new URLSearchParams(fields)),
    };
  }
  const current = { ...headers, 'if-match': '"1"' };
  const content = contentOf(document, method, path);
  if (content['multipart/form-data'] || WITH_FILE.has(route))
    return {
      ...asked,
      headers: { ...current, 'content-type': 'multipart/form-data; boundary=x' },
      payload: FILE,
    };
  const json = content['application/json'];
  if (!json) return { ...asked, headers: current };
  const payload = JSON.stringify(bodyOf(route, json.schema, { object, caller, document }));
  return { ...asked, headers: { ...current, 'content-type': 'application/json' }, payload };
}

function queryOf(route: string, { names }: TownObject): string {
  if (route === 'GET /:lang/rounds/:id/reports/new') return `?quarter=${names['quarter']}`;
  if (route !== 'GET /:lang/deputy-register/:kato/mandate') return QUERIES[route] ?? '';
  return `?constituency=${names['constituency']}&seat=${names['seat']}`;
}

function addressOf(path: string, { names }: TownObject): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const text = name === 'lang' ? 'kk' : names[name];
    if (text === undefined) throw new Error(`town-sources.ts gives no ${name} for ${path}`);
    return encodeURIComponent(text);
  });
}

function contentOf(document: OpenAPIObject, method: string, path: string): Content {
  const item = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')] as
    Record<string, { requestBody?: { content: Content } }> | undefined;
  return item?.[method.toLowerCase()]?.requestBody?.content ?? {};
}
