import { pick, type Random } from './malformedFrames';

/** Ways up, as they are and as somebody hopes that they are decoded twice, normalised or cut. */
const ways = [
  '../',
  '..\\',
  '....//',
  '..;/',
  '%2e%2e%2f',
  '%2e%2e/',
  '..%2f',
  '..%5c',
  '%252e%252e%252f',
  '..%c0%af',
  '..%ef%bc%8f',
  '．．／',
  './/..//',
  '/',
  '//',
  'C:\\',
  '\\\\127.0.0.1\\share\\',
  'file:///',
];

/** What lies there and is nobody's business: of the system, of the program and of its data. */
const places = [
  'etc/passwd',
  'etc/shadow',
  'proc/self/environ',
  'root/.ssh/id_rsa',
  'app/.env',
  '.env',
  '.git/config',
  'package.json',
  'data/auth-secret',
  'auth-secret',
  'dist/index.js',
  'src/env.ts',
  'windows/win.ini',
  'node_modules/express/package.json',
];

/** What names are known to break: headers, shells, logs, tables, markup and readers. */
const oddities = [
  '',
  '.',
  '..',
  '...',
  ' ',
  '\u0000',
  'a\u0000.pdf',
  'a\r\nSet-Cookie: stolen=1\r\n\r\n<script>',
  'a%0d%0aX-Stolen: 1',
  'a"; filename="b.exe',
  "a'; DROP TABLE documents; --",
  '$(touch /tmp/narutalk-escape)',
  '`id`',
  '|id',
  '<svg onload=alert(1)>.svg',
  '=cmd|calc!A1.csv',
  '{{7*7}}',
  '$'.concat('{7*7}'),
  '%s%s%n',
  'CON',
  'NUL.txt',
  'aux.pdf',
  '.htaccess',
  'a.pdf.exe',
  'a.pdf ',
  'a.pdf.',
  '\u202Efdp.exe',
  '\u200B\u200B',
  '\uFEFFa.txt',
  '\uD800',
  'e\u0301'.repeat(300),
  '가'.normalize('NFD').repeat(300),
  '👩‍👩‍👧‍👦'.repeat(100),
  'x'.repeat(5_000),
  '../'.repeat(2_000),
  '__proto__',
  'constructor',
  'prototype[polluted]',
];

/**
 * The next name.
 * @param mark stands in what would be left somewhere, so that it is found.
 */
export function hostileName(random: Random, mark: string): string {
  const kind = random();
  if (kind < 0.3) return pick(oddities, random);
  const up = pick(ways, random).repeat(1 + Math.floor(random() * 12));
  if (kind < 0.6) return `${up}${pick(places, random)}`;
  if (kind < 0.8) return `${up}${mark}${pick(['', '.txt', '.pdf', '%00.pdf', '\u0000.pdf'], random)}`;
  return `${pick(oddities, random)}${up}${pick(places, random)}${pick(['', '?', '#', '%00', '.pdf'], random)}`;
}

/** Where a name may stand in an address; `{name}` is its place. */
const addresses = [
  '/{name}',
  '/assets/{name}',
  '/assets/../{name}',
  '/index.html/{name}',
  '/icons/{name}',
  '/api/{name}',
  '/api/documents/{name}',
  '/api/documents/{name}/content',
  '/api/imports/{name}',
  '/api/imports/templates/{name}',
  '/api/conversations/{name}/messages',
  '/api/audit/exports/{name}/file',
  '/admin/{name}',
  '/socket.io/{name}',
  '/metrics/{name}',
  '/api/documents?title={name}&q={name}',
];

/** The target of a request: what a client of HTTP sends, never what a browser would tidy up first. */
export function hostileTarget(random: Random, mark: string): string {
  const name = hostileName(random, mark).toWellFormed();
  // What cannot stand in the first line of a request goes encoded; the rest stays as it is.
  const target = name.replace(/[^\x21-\x7e]/gu, encodeURIComponent).replace(/[#]/g, '%23');
  return pick(addresses, random).replaceAll('{name}', target.slice(0, 6_000));
}
