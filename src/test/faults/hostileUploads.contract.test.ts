import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentDto } from '../../shared/documents';
import { callApi } from '../api';
import { uploadDocument } from '../documents';
import { patienceMs } from '../patience';
import { hostileName, hostileTarget } from './hostileNames';
import { startInspectedInstallation, type Installation } from './installation';
import { advisories, crafted, malformedMultipart, type MalformedBody } from './malformedBodies';
import { randomFrom, type Random } from './malformedFrames';
import { heapInUse } from './processMemory';
import { closeRawHttp, sendAndLeave, sendRaw, type RawAnswer } from './rawHttp';

/** `npm run test:faults` asks for 50 rounds: 10,000 names and 500 bodies. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 2);
const names = 200 * rounds;
const named = [...advisories, ...crafted];
const bodies = Math.max(named.length + 10, 10 * rounds);
/** Of the names, those of new content: each of these is read by a process of its own. */
const newContentEvery = 50;
const heapGrowthBytes = 20 * 2 ** 20;

const counts = { targets: 0, names: 0, documents: 0, bodies: 0, cut: 0, heapGrownByKB: 0, exits: 0 };
const statuses: Record<string, number> = {};

describe('hostile names and uploads', () => {
  const mark = `narutalk-escape-${randomBytes(6).toString('hex')}`;
  const known = '이미 있는 문서입니다.';
  let inspector: number;
  let outside: string;
  let uploads: string;
  let installation: Installation;
  let url: string;

  beforeAll(async () => {
    // Two levels down, so that what climbs out of the folder for uploads is found above it.
    outside = await mkdtemp(path.join(os.tmpdir(), 'narutalk-hostile-'));
    const temporary = path.join(outside, 'in', 'here');
    uploads = path.join(temporary, 'narutalk-uploads');
    await mkdir(temporary, { recursive: true });
    ({ installation, inspector } = await startInspectedInstallation(async () => ({
      TMPDIR: temporary,
      TRUST_PROXY_HOPS: '1',
    })));
    ({ url } = installation.nodes[0]!);
    await uploadDocument({ url }, installation.admin, 'known.txt', known);
  });
  afterAll(async () => {
    closeRawHttp();
    await installation?.close();
    await rm(outside, { recursive: true, force: true });
    console.log(`hostile uploads: ${JSON.stringify({ ...counts, statuses })}`);
  });

  /** Of a new address each time: one has 3,000 calls a minute. */
  let from = 0;
  const headers = (): Record<string, string> => {
    from += 1;
    const address = `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`;
    return { authorization: `Bearer ${installation.admin}`, 'x-forwarded-for': address };
  };

  function note({ status }: RawAnswer): void {
    statuses[status] = (statuses[status] ?? 0) + 1;
  }

  test('no name leads out, breaks an answer or ends the program', async () => {
    const random = randomFrom(20_262);
    await sendNames(random, newContentEvery);
    const before = await heapInUse(inspector);
    await sendNames(random, names - newContentEvery);
    await expectNothingLeft();
    await expectMemoryOf(before);
  }, 900_000);

  test('no malformed body breaks an answer, ends the program or leaves a file', async () => {
    const random = randomFrom(20_263);
    for (const body of named) await sendBody(body);
    const before = await heapInUse(inspector);
    while (counts.bodies < bodies) await sendBody(malformedMultipart(random));
    await expectNothingLeft();
    await expectMemoryOf(before);
    // And a good one is taken as before.
    const good = '그 뒤에 올린 문서입니다.';
    const { id } = await uploadDocument({ url }, installation.admin, 'good.txt', good);
    const content = await sendRaw(url, `/api/documents/${id}/content`, { headers: headers() });
    expect([content.status, content.body.toString()]).toEqual([200, good]);
  }, 600_000);

  test('whoever may not upload is refused before a byte of it is read', async () => {
    const { body, contentType } = advisories.at(-1)!;
    const sent = (token: string) =>
      sendRaw(url, '/api/documents', {
        ...{ method: 'POST', body },
        headers: { 'content-type': contentType, authorization: `Bearer ${token}` },
      });
    expect((await sent('nobody')).status).toBe(401);
    expect((await sent(installation.rep.token)).status).toBe(403);
    expect(await readdir(uploads)).toEqual([]);
  });

  async function sendNames(random: Random, count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      counts.names += 1;
      if (counts.names % newContentEvery === 0) await uploadNamed(hostileName(random, mark));
      else if (random() < 0.6) await ask(hostileTarget(random, mark));
      else await uploadKnown(hostileName(random, mark));
    }
  }

  async function ask(target: string): Promise<void> {
    counts.targets += 1;
    const answer = await sendRaw(url, target, { headers: headers() });
    note(answer);
    expect([target, answer.status < 500]).toEqual([target, true]);
    expectNothingOfOthers(target, answer);
  }

  /** Content that is there already: refused once it was received, so that its name has been all the way. */
  async function uploadKnown(name: string): Promise<void> {
    const answer = await upload(name, known);
    expect([name, [400, 409].includes(answer.status)]).toEqual([name, true]);
    expectNothingOfOthers(name, answer);
  }

  async function uploadNamed(name: string): Promise<void> {
    const answer = await upload(name, `새 문서 ${counts.names}`);
    expect([name, [202, 400].includes(answer.status)]).toEqual([name, true]);
    if (answer.status === 400) return;
    counts.documents += 1;
    const { id } = JSON.parse(answer.body.toString()) as { id: string };
    const token = installation.admin;
    const { body: document } = await callApi<DocumentDto>(url, 'GET', `/api/documents/${id}`, { token });
    // Shown as a name, without what would move a reader's cursor or end a line.
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(document.title).not.toMatch(/[\u0000-\u001f\u007f/\\]/);
    const content = await sendRaw(url, `/api/documents/${id}/content`, { headers: headers() });
    expect(content.status).toBe(200);
    expect(content.headers['set-cookie']).toBeUndefined();
    expect(content.headers['content-disposition']).toMatch(
      /^(inline|attachment); filename\*=UTF-8''[\w.~%-]+$/,
    );
    await callApi(url, 'DELETE', `/api/documents/${id}`, { token });
  }

  function upload(name: string, content: string): Promise<RawAnswer> {
    const head = `Content-Disposition: form-data; name="file"; filename="${name}"`;
    const body = Buffer.from(`--b\r\n${head}\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--b--\r\n`);
    return sendRaw(url, '/api/documents', {
      ...{ method: 'POST', body },
      headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=b' },
    }).then((answer) => {
      note(answer);
      return answer;
    });
  }

  async function sendBody({ name, contentType, body, isCut }: MalformedBody): Promise<void> {
    counts.bodies += 1;
    if (isCut) {
      counts.cut += 1;
      const head = Object.entries({ ...headers(), host: 'here', 'content-type': contentType })
        .map(([field, value]) => `${field}: ${value}\r\n`)
        .join('');
      const length = `content-length: ${body.length + 1_000}\r\n`;
      await sendAndLeave(url, `POST /api/documents HTTP/1.1\r\n${head}${length}\r\n`, body);
      return;
    }
    const answer = await sendRaw(url, '/api/documents', {
      ...{ method: 'POST', body },
      headers: { ...headers(), ...(contentType ? { 'content-type': contentType } : {}) },
    });
    note(answer);
    // Some are read, with a part that nobody asked for: then the file counts.
    expect([name, answer.status >= 200 && answer.status < 500]).toEqual([name, true]);
  }

  function expectNothingOfOthers(what: string, { body, headers: answered }: RawAnswer): void {
    const text = body.toString('latin1');
    for (const piece of ['root:x:0', '"dependencies"', 'BEGIN OPENSSH', '[fonts]', 'repositoryformatversion'])
      expect([what, piece, text.includes(piece)]).toEqual([what, piece, false]);
    expect([what, answered['x-stolen'], answered['set-cookie']]).toEqual([what, undefined, undefined]);
  }

  async function expectNothingLeft(): Promise<void> {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100))
      if ((await readdir(uploads)).length === 0) break;
    expect(await readdir(uploads)).toEqual([]);
    const above = (await readdir(outside, { recursive: true })).concat(
      ...(await Promise.all(['/', os.tmpdir(), process.cwd()].map((folder) => readdir(folder)))),
    );
    expect(above.filter((name) => name.includes('narutalk-escape'))).toEqual([]);
    counts.exits = installation.nodes.filter(({ pid }) => !isAlive(pid)).length;
    expect(counts.exits).toBe(0);
  }

  async function expectMemoryOf(before: number): Promise<void> {
    const grown = (await heapInUse(inspector)) - before;
    counts.heapGrownByKB = Math.max(counts.heapGrownByKB, Math.round(grown / 1024));
    expect(grown).toBeLessThan(heapGrowthBytes);
  }
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
