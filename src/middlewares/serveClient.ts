import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import { Router, static as staticFiles, type RequestHandler } from 'express';
import type { CallLog } from '../audit/calls/callLog';
import { allowOwnStyles } from './securityHeaders';

const webFolder = path.join(__dirname, '..', '..', 'dist', 'web');
/** Where src/web/index.html waits for the number by which its styles are known. */
const nonceField = 'name="style-nonce" content=""';

/** The built client; every path that is nothing else is one of its pages. Anybody may load it: that is counted. */
export function serveClient(calls: CallLog): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.once('finish', () => {
      const { statusCode: status } = response;
      if (status < 400) calls.count({ name: 'client', status });
    });
    next();
  });
  const assets = path.join(webFolder, 'assets');
  // Names of assets carry the hash of their content.
  router.use(
    '/assets',
    compression(),
    staticFiles(assets, {
      ...{ index: false, maxAge: '1y', immutable: true, redirect: false },
      setHeaders: allowDecoders,
    }),
  );
  // By its name too: an installed client fetches it so.
  router.get('/index.html', sendPage);
  router.use(staticFiles(webFolder, { index: false, redirect: false, setHeaders: askEachTime }));
  router.get(/.*/, sendPage);
  return router;
}

/** Made anew for each answer, so that no cache is told that its page, with another number than the new policy, is still good. */
const sendPage: RequestHandler = async (_request, response, next) => {
  const page = await readFile(path.join(webFolder, 'index.html'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  // The client is not built.
  if (page === null) return next();
  const nonce = allowOwnStyles(response);
  askEachTime(response);
  response.type('html').send(page.replace(nonceField, nonceField.replace('""', `"${nonce}"`)));
};

/**
 * The worker that draws PDFs decodes scanned pictures with WebAssembly of its own folder. A worker goes by the policy that its own
 * file came with, so the page itself is allowed no more than before.
 */
function allowDecoders(response: ServerResponse, file: string): void {
  if (!path.basename(file).startsWith('pdf.worker')) return;
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
}

/** Which release is the latest is asked each time. */
function askEachTime(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache');
}
