import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readEnv, SettingsError, settingsSchema } from '../env';
import { secretSettings } from './secretFiles';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'narutalk-secrets-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

test('a secret may stand in a file, with the end of its line or without', () => {
  const secret = 'a secret of more than thirty-two characters ';
  for (const content of [secret, `${secret}\n`, `${secret}\r\n`])
    expect(readEnv({ AUTH_SECRET_FILE: file('auth', content) }).authSecret).toBe(secret);
});

test('an address with a password too', () => {
  const url = 'postgres://narutalk:p%40ss@127.0.0.1:5432/narutalk';
  expect(readEnv({ DATABASE_URL_FILE: file('database', `${url}\n`) }).database?.url).toBe(url);
});

test('each setting that is a secret can be named so', () => {
  const given = Object.fromEntries(
    secretSettings.map((name) => [`${name}_FILE`, path.join(folder, 'absent')]),
  );
  for (const name of secretSettings) expect(() => readEnv(given)).toThrow(`${name}_FILE: the file cannot`);
});

test('no setting that sounds like a secret is forgotten', () => {
  const telling = /SECRET|TOKEN$|_KEYS?$|HEADERS|DATABASE\w*_URL/;
  const named = Object.keys(settingsSchema.shape).filter((name) => telling.test(name));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(secretSettings as readonly string[]).includes(name))).toEqual([]);
});

test('what is wrong with a file is said without what is in it', () => {
  const secret = 'too-short-and-secret';
  const wrong = file('wrong', secret);
  expect(() => readEnv({ AUTH_SECRET_FILE: wrong })).toThrow(SettingsError);
  expect(() => readEnv({ AUTH_SECRET_FILE: wrong })).toThrow(/AUTH_SECRET: (?!.*too-short)/);
  expect(() => readEnv({ AUTH_SECRET_FILE: file('empty', '\n') })).toThrow(
    'AUTH_SECRET_FILE: the file is empty',
  );
  expect(() => readEnv({ AUTH_SECRET: 'x'.repeat(32), AUTH_SECRET_FILE: wrong })).toThrow(
    'AUTH_SECRET and AUTH_SECRET_FILE are both set',
  );
});

test('an empty name of a file counts as not set', () => {
  expect(readEnv({ AUTH_SECRET_FILE: '' }).authSecret).toBeUndefined();
});

test('the secrets of all settings are known by their values', () => {
  const { secrets } = readEnv({
    AUTH_SECRET: 'a'.repeat(32),
    AUDIT_FORMER_KEYS: `${'b'.repeat(32)}, ${'c'.repeat(32)}`,
    DATABASE_URL: 'postgres://narutalk:p%40ssword@127.0.0.1/narutalk',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20token,x=1',
  });
  expect(secrets).toEqual([
    'a'.repeat(32),
    'b'.repeat(32),
    'c'.repeat(32),
    'p%40ssword',
    'p@ssword',
    'Bearer%20token',
    'Bearer token',
    '1',
    '1',
  ]);
});
