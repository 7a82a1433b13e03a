import { pick, type Random } from './malformedFrames';

/** A body that is sent as `multipart/form-data` and is none, or not a good one. */
export interface MalformedBody {
  name: string;
  contentType: string;
  body: Buffer;
  /** The connection is closed once it is sent, though its length promised more. */
  isCut?: true;
}

const boundary = 'narutalk-boundary';
const contentType = `multipart/form-data; boundary=${boundary}`;
const line = '\r\n';

function part(head: string, content = 'content', end = `--${boundary}--`): Buffer {
  return Buffer.from(`--${boundary}${line}${head}${line}${line}${content}${line}${end}${line}`, 'latin1');
}
const disposition = (parameters: string) => `Content-Disposition: form-data; ${parameters}`;
const aFile = `${disposition('name="file"; filename="a.txt"')}${line}Content-Type: text/plain`;

/** Each published advisory about multer and the parser below it, as far as it is told what was sent. */
export const advisories: MalformedBody[] = [
  {
    name: 'CVE-2022-24434: a header of a part that ends nowhere',
    contentType,
    body: Buffer.from(`--${boundary}${line}${line}\u0000${line}--${boundary}${line}Content-Disposition`),
  },
  {
    name: 'CVE-2025-47935: an upload that breaks off and leaves its stream open',
    contentType,
    body: part(aFile, 'x'.repeat(200_000), ''),
    isCut: true,
  },
  {
    name: 'CVE-2025-47944: a body without its end',
    contentType,
    body: part(disposition('name="file"; filename="a.txt"'), 'x', ''),
  },
  {
    name: 'CVE-2025-48997: a file under an empty name',
    contentType,
    body: part(disposition('name=""; filename="a.txt"')),
  },
  { name: 'CVE-2025-7338: a part without a name', contentType, body: part(disposition('filename="a.txt"')) },
  {
    name: 'CVE-2025-7338: no boundary',
    contentType: 'multipart/form-data',
    body: part(aFile),
  },
  {
    name: 'CVE-2026-2359: a connection that is dropped in mid-file',
    contentType,
    body: part(aFile, 'x'.repeat(70_000), '').subarray(0, 60_000),
    isCut: true,
  },
  {
    name: 'CVE-2026-3304: an error after a file was begun',
    contentType,
    body: Buffer.concat([part(aFile, 'x', `--${boundary}`), Buffer.from(`no header at all${line}`)]),
  },
  {
    name: 'CVE-2026-3520: many errors in one body',
    contentType,
    body: Buffer.concat(
      Array.from({ length: 500 }, () => part(disposition('name="x"; filename="x"'), 'x', `--${boundary}`)),
    ),
  },
  {
    name: 'CVE-2026-5038: a file left on the disk when its sender goes',
    contentType,
    body: part(aFile, 'x'.repeat(1_000_000), '').subarray(0, 900_000),
    isCut: true,
  },
  {
    name: 'CVE-2026-5079: names nested deeply',
    contentType,
    body: Buffer.concat(
      Array.from({ length: 20 }, () =>
        part(disposition(`name="a${'[b]'.repeat(30)}"`), 'x', `--${boundary}`),
      ),
    ),
  },
  {
    name: 'CVE-2026-77063: a file beyond the largest size in many pieces',
    contentType,
    body: part(disposition('name="title"'), 'x'.repeat(70_000)),
  },
  {
    name: 'CVE-2026-77078: names that are numbers out of range',
    contentType,
    body: Buffer.concat(
      ['a[4294967294]', 'a[4294967295]', 'a[4294967296]', 'length[1]', 'a[][]', 'a[-1]'].map((name) =>
        part(disposition(`name="${name}"`), 'x', `--${boundary}`),
      ),
    ),
  },
];

/** Others that somebody thought of. */
export const crafted: MalformedBody[] = [
  { name: 'empty', contentType, body: Buffer.alloc(0) },
  { name: 'only the end', contentType, body: Buffer.from(`--${boundary}--${line}`) },
  { name: 'another boundary', contentType: `${contentType}x`, body: part(aFile) },
  {
    name: 'a boundary of 10,000 characters',
    contentType: `multipart/form-data; boundary=${'b'.repeat(10_000)}`,
    body: part(aFile),
  },
  { name: 'an empty boundary', contentType: 'multipart/form-data; boundary=""', body: part(aFile) },
  { name: 'a name that pollutes', contentType, body: part(disposition('name="__proto__[polluted]"')) },
  { name: 'a constructor', contentType, body: part(disposition('name="constructor[prototype][x]"')) },
  { name: 'a head of 100 KB', contentType, body: part(`X-Long: ${'x'.repeat(100_000)}${line}${aFile}`) },
  {
    name: '3,000 heads',
    contentType,
    body: part(`${`X-More: 1${line}`.repeat(3_000)}${aFile}`),
  },
  {
    name: '1,000 fields',
    contentType,
    body: Buffer.concat(
      Array.from({ length: 1_000 }, (_none, at) => part(disposition(`name="f${at}"`), '', `--${boundary}`)),
    ),
  },
  {
    name: 'two files',
    contentType,
    body: Buffer.concat([part(aFile, 'one', ''), part(aFile, 'two')]),
  },
  {
    name: 'a name of 10,000 characters',
    contentType,
    body: part(disposition(`name="${'n'.repeat(10_000)}"`)),
  },
  { name: 'a charset nobody has', contentType, body: part(disposition("name*=nothing''%zz")) },
  {
    name: 'a kind of encoding nobody has',
    contentType,
    body: part(`${aFile}${line}Content-Transfer-Encoding: nothing`),
  },
  { name: 'not multipart', contentType: 'application/x-www-form-urlencoded', body: Buffer.from('file=a') },
  { name: 'mixed', contentType: `multipart/mixed; boundary=${boundary}`, body: part(aFile) },
  { name: 'no type', contentType: '', body: part(aFile) },
];

/** The next body: one of those, or one of them cut off, with bytes changed, or run together with another. */
export function malformedMultipart(random: Random): MalformedBody {
  const chosen = pick([...advisories, ...crafted], random);
  const kind = random();
  if (kind < 0.4) return chosen;
  const body = Buffer.from(chosen.body);
  if (kind < 0.7) {
    for (let count = 0; count < 8 && body.length > 0; count += 1)
      body[Math.floor(random() * body.length)] = Math.floor(random() * 256);
    return { ...chosen, name: `${chosen.name}, bytes changed`, body };
  }
  if (kind < 0.85) {
    const end = Math.floor(random() * body.length);
    return { ...chosen, name: `${chosen.name}, cut off`, body: body.subarray(0, end), isCut: true };
  }
  const other = pick(crafted, random);
  return { ...chosen, name: `${chosen.name} + ${other.name}`, body: Buffer.concat([body, other.body]) };
}
