/** A name in its parts, as the state writes it. */
export interface FullNameRow {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic: string | null;
}
