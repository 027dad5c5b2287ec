import { HttpException, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';

/** An id in an address; what cannot be an id is answered like one that is not there. */
export class KnownId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw new HttpException({ code: 'http.404' }, 404);
    return value.toLowerCase();
  }
}
