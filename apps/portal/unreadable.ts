import { HttpException, type ValidationError } from '@nestjs/common';

/** A body of the wrong shape: every field with what is wrong in it, at once. */
export function unreadable(errors: ValidationError[]): HttpException {
  return new HttpException(
    {
      code: 'http.unreadable',
      errors: Object.fromEntries(errors.flatMap((error) => faultsOf(error, ''))),
    },
    400,
  );
}

function faultsOf(error: ValidationError, parent: string): [string, string[]][] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own: [string, string[]][] = error.constraints
    ? [[field, Object.values(error.constraints)]]
    : [];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}
