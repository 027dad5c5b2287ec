import type { SecurityHeadersOptions } from '@nestjs/common';

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
        baseUri: "'self'",
        formAction: "'self'",
        frameAncestors: "'none'",
        ...(production ? { upgradeInsecureRequests: true } : {}),
      },
    },
    strictTransportSecurity: production,
    referrerPolicy: { policy: 'same-origin' },
  };
}
