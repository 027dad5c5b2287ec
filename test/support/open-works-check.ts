/**
 * What the Open Contracting for Infrastructure Data Standard 0.9.5 asks of a project package, as far as
 * this portal writes it: required fields, types, closed code lists, nothing empty.
 */
export function faultsOfPackage(value: unknown): readonly string[] {
  const faults: string[] = [];
  check(value, PACKAGE, '', faults);
  refuseEmpty(value, '', faults);
  return faults;
}

type Kind = 'text' | 'uri' | 'instant' | 'number' | 'version';

interface Shape {
  readonly required?: readonly string[];
  readonly fields?: Readonly<Record<string, Kind | Shape>>;
  readonly each?: Shape;
  readonly codes?: readonly string[];
  /** Ids of a list differ from each other. */
  readonly distinct?: true;
}

const VALUE: Shape = {
  required: ['amount', 'currency'],
  fields: { amount: 'number', currency: { codes: ['KZT'] } },
};

const PERIOD: Shape = { fields: { startDate: 'instant', endDate: 'instant' } };

const PARTY: Shape = { required: ['id', 'name'], fields: { id: 'text', name: 'text' } };

const list = (each: Shape): Shape => ({ each, distinct: true });

const DOCUMENTS = list({
  required: ['id'],
  fields: {
    id: 'text',
    documentType: {
      codes: [
        'projectScope',
        'projectPlan',
        'budgetApproval',
        'completionCertificate',
        'contractNotice',
      ],
    },
    url: 'uri',
    datePublished: 'instant',
  },
});

const SUMMARY: Shape = {
  fields: {
    externalReference: 'text',
    nature: { each: { codes: ['design', 'construction', 'supervision'] } },
    status: { codes: ['pre-award', 'active', 'closed'] },
    suppliers: list(PARTY),
    contractValue: VALUE,
    contractPeriod: PERIOD,
    documents: DOCUMENTS,
    transactions: list({
      required: ['id'],
      fields: { id: 'text', date: 'instant', value: VALUE, payer: PARTY, payee: PARTY },
    }),
    modifications: list({
      required: ['id'],
      fields: {
        id: 'text',
        date: 'instant',
        type: { codes: ['duration', 'value', 'scope'] },
        oldContractPeriod: PERIOD,
        newContractPeriod: PERIOD,
      },
    }),
  },
};

const PROJECT: Shape = {
  required: ['id'],
  fields: {
    id: 'text',
    updated: 'instant',
    title: 'text',
    status: {
      codes: [
        'identification',
        'preparation',
        'implementation',
        'completion',
        'maintenance',
        'decommissioning',
        'decommissioned',
        'cancelled',
      ],
    },
    period: PERIOD,
    maintenancePeriod: PERIOD,
    sector: {
      each: {
        codes: ['cultureSportsAndRecreation', 'transport', 'transport.urban', 'waterAndWaste'],
      },
    },
    locations: list({ required: ['id'], fields: { id: 'text' } }),
    budget: { fields: { amount: VALUE, requestDate: 'instant', approvalDate: 'instant' } },
    parties: list({
      ...PARTY,
      fields: {
        ...PARTY.fields,
        identifier: { fields: { scheme: 'text', id: 'text', legalName: 'text' } },
        roles: { each: { codes: ['publicAuthority', 'buyer', 'supplier'] } },
      },
    }),
    publicAuthority: PARTY,
    documents: DOCUMENTS,
    metrics: list({
      required: ['id'],
      fields: {
        id: { codes: ['physicalProgress', 'financialProgress'] },
        observations: list({
          required: ['id'],
          fields: { id: 'text', measure: 'text', period: PERIOD },
        }),
      },
    }),
    contractingProcesses: list({ required: ['id'], fields: { id: 'text', summary: SUMMARY } }),
    completion: { fields: { endDate: 'instant', finalValue: VALUE } },
  },
};

const PACKAGE: Shape = {
  required: ['uri', 'publisher', 'publishedDate', 'version', 'projects'],
  fields: {
    uri: 'uri',
    publishedDate: 'instant',
    version: 'version',
    publisher: { required: ['name'], fields: { name: 'text', uri: 'uri' } },
    license: 'uri',
    publicationPolicy: 'uri',
    projects: list(PROJECT),
  },
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const KINDS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  uri: (value) => typeof value === 'string' && URL.canParse(value),
  instant: (value) => typeof value === 'string' && INSTANT.test(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  version: (value) => typeof value === 'string' && /^\d+\.\d+$/.test(value),
};

function check(value: unknown, shape: Shape, at: string, faults: string[]): void {
  const { each, codes, distinct, required, fields } = shape;
  if (codes && !codes.includes(value as string)) faults.push(`${at}: ${String(value)} is no code`);
  if (each) checkList(value, { each, distinct: distinct === true }, at, faults);
  if (required || fields) checkObject(value, shape, at, faults);
}

function checkObject(
  value: unknown,
  { required = [], fields = {} }: Shape,
  at: string,
  faults: string[],
): void {
  if (typeof value !== 'object' || value === null) {
    faults.push(`${at}: no object`);
    return;
  }
  const held = value as Readonly<Record<string, unknown>>;
  for (const name of required) if (held[name] === undefined) faults.push(`${at}.${name}: missing`);
  for (const [name, kind] of Object.entries(fields))
    if (held[name] !== undefined) checkField(held[name], kind, `${at}.${name}`, faults);
}

function checkField(value: unknown, kind: Kind | Shape, at: string, faults: string[]): void {
  if (typeof kind === 'object') check(value, kind, at, faults);
  else if (!KINDS[kind](value)) faults.push(`${at}: no ${kind}`);
}

function checkList(
  value: unknown,
  { each, distinct }: { readonly each: Shape; readonly distinct: boolean },
  at: string,
  faults: string[],
): void {
  if (!Array.isArray(value) || value.length === 0) {
    faults.push(`${at}: no list with something in it`);
    return;
  }
  value.forEach((part, place) => check(part, each, `${at}[${place}]`, faults));
  const ids = value.map((part: { readonly id?: unknown }) => part.id);
  if (distinct && new Set(ids).size < ids.length) faults.push(`${at}: an id twice`);
}

function refuseEmpty(value: unknown, at: string, faults: string[]): void {
  if (value === null || value === '') faults.push(`${at}: empty`);
  if (typeof value !== 'object' || value === null) return;
  if (Object.keys(value).length === 0) faults.push(`${at}: empty`);
  for (const [name, part] of Object.entries(value)) refuseEmpty(part, `${at}.${name}`, faults);
}
