import { Injectable } from '@nestjs/common';
import { openable } from '#platform/identity/openable.sql.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { FullNameRow } from './full-name-row.js';

/** SQL of a resident's sealed name, for {@link NameReader}; null after an erasure. */
export function sealedNameOf(alias: string): string {
  return openable(`${alias}.id`, `${alias}.sealed_name`);
}

/** Opens the names of residents and what is sealed beside them; of whoever was erased there is none, and all give null. */
@Injectable()
export class NameReader {
  constructor(private readonly keys: PersonalKeys) {}

  /**
   * First name and initial, as everybody may see it.
   *
   * @param openable what {@link sealedNameOf} selected
   */
  short(openable: string | null): string | null {
    const name = this.parts(openable);
    return name && `${name.givenName} ${[...name.familyName][0] ?? ''}.`;
  }

  /** What a person wrote of oneself or of others for the officers alone. */
  text(openable: string | null, kind: 'contact' | 'co-author'): string | null {
    return this.keys.read(openable, kind);
  }

  /** The name in its parts, for whoever takes a public office. */
  parts(openable: string | null): FullNameRow | null {
    const sealed = this.keys.read(openable, 'name');
    return sealed === null ? null : nameOf(sealed);
  }
}

/** A name as it is sealed: little enough to open thousands. */
export function sealableName({ givenName, familyName, patronymic }: FullNameRow): string {
  return JSON.stringify([givenName, familyName, patronymic]);
}

function nameOf(sealed: string): FullNameRow {
  const [givenName, familyName, patronymic] = JSON.parse(sealed) as [string, string, string | null];
  return { givenName, familyName, patronymic };
}
