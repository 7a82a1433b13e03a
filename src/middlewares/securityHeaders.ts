import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const styleSource = "style-src 'self'";

/** What browsers are told with every answer; docs/security.md goes through it. */
export function securityHeaders() {
  return helmet({
    // For browsers that do not know `frame-ancestors`.
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Also the socket: 'self' is the same host by ws: and wss: too (CSP level 3); older browsers poll instead.
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
        // Served over plain HTTP on the loopback address, where browsers would upgrade to nothing.
        upgradeInsecureRequests: null,
      },
    },
  });
}

/** What the API answers is somebody's: neither the browser nor a proxy keeps it. */
export const keepOutOfCaches: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/**
 * Lets one page make styles of its own: the component library writes its variables, and sizes that hang on the screen, as
 * `<style>` elements that carry this number.
 * @returns the number, which no other answer has.
 */
export function allowOwnStyles(response: Response): string {
  const nonce = randomBytes(16).toString('base64url');
  const policy = String(response.getHeader('Content-Security-Policy'));
  response.setHeader(
    'Content-Security-Policy',
    policy.replace(styleSource, `${styleSource} 'nonce-${nonce}'`),
  );
  return nonce;
}
