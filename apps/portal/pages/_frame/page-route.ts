import { applyDecorators, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, type AccessRule } from '#platform/http/access.js';

/** Pages under `/kk`, `/ru`, `/en`; the API's document does not list them. */
export function PageController(path = ''): ClassDecorator {
  return applyDecorators(Controller(path ? `:lang/${path}` : ':lang'), ApiExcludeController());
}

/** Shows a page: returns its HTML, or `seeOther(path)`. */
export function Show(path: string, access: AccessRule): MethodDecorator {
  return applyDecorators(Get(path), Access(access));
}

/** Takes a form: does the act and returns `seeOther(path)`, or the page again with its faults. */
export function Take(path: string, access: AccessRule): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), Access(access));
}
