/** Columns that hold something else than whole numbers; a ballot's projects are numbers of points. */
const DATATYPES: Readonly<Record<string, object | string>> = {
  voter_id: 'string',
  territory: 'string',
  name_kk: 'string',
  name_ru: 'string',
  receipt_sha256: 'hexBinary',
  state: { base: 'string', format: 'counted|replaced|quarantined' },
};

/** A table of an archive, described for programs. */
export interface DescribedTable {
  /** File name without folder: it stands beside its description. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: string;
}

/**
 * The description of a table as programs of the web of data read it.
 *
 * W3C Metadata Vocabulary for Tabular Data.
 */
export function tableMetadata({ name, columns, primaryKey }: DescribedTable): string {
  const described = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: name,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true, delimiter: ',' },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column,
        titles: column,
        datatype: DATATYPES[column] ?? 'nonNegativeInteger',
        ...(column === primaryKey && { required: true }),
      })),
      primaryKey,
    },
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
