import type { SecurityHeadersOptions } from '@nestjs/common';

const YEAR_SECONDS = 31_536_000;

/** No inline code, no foreign hosts, no frames; plain HTTP is allowed only outside production. */
export function securityHeaders(production: boolean): SecurityHeadersOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: "'self'",
        scriptSrc: "'self'",
        objectSrc: "'none'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
        ...(production ? { upgradeInsecureRequests: true } : {}),
      },
    },
    strictTransportSecurity: production && { maxAge: YEAR_SECONDS, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    // What `frame-ancestors` says, for browsers that do not know it.
    xFrameOptions: { action: 'deny' },
  };
}
