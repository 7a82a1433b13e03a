import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readEnv, settingsSchema } from '../env';

interface Service {
  build?: string;
  environment: Record<string, string | number>;
  ports?: string[];
  volumes?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  read_only?: boolean;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[] };
}

const root = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const composeText = read('docker-compose.yml');
const compose = parse(composeText, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build === '.');

const settings = Object.keys(settingsSchema.shape);
/** `${NAME}`, `${NAME:-value}` and `${NAME:?message}` in the compose file. */
const placeholders = [...composeText.matchAll(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g)].map(
  ([, name, operator, operand]) => ({ name: name!, operator, operand: operand! }),
);
/** `NAME=value` lines of the example file, and `#NAME=value` ones, which show a default or an example. */
const exampleLines = [...read('.env.example').matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(
  ([, mark, name, value]) => ({
    name: name!,
    value: value!,
    active: mark === '',
  }),
);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('.env.example', () => {
  it('names each setting, and each other variable of docker-compose.yml, once', () => {
    expect(exampleLines.map((line) => line.name).sort()).toEqual(
      sorted([...settings, ...placeholders.map((placeholder) => placeholder.name)]),
    );
  });

  it('sets nothing as it stands', () => {
    expect(exampleLines.filter((line) => line.active && line.value !== '')).toEqual([]);
  });

  it('shows values that the program accepts, and its defaults where it has some', () => {
    const shown = Object.fromEntries(
      exampleLines
        .filter((line) => !line.active && settings.includes(line.name))
        .map((line) => [line.name, line.value]),
    );
    const accepted: Record<string, unknown> = settingsSchema.parse(shown);
    for (const [name, value] of Object.entries(settingsSchema.parse({})))
      expect([name, accepted[name]]).toEqual([name, value]);
  });
});

describe('docker-compose.yml', () => {
  it('gives its processes only variables that the program knows', () => {
    expect(ours.map(([name]) => name)).toEqual(['server', 'worker']);
    for (const [, service] of ours) {
      expect(Object.keys(service.environment).filter((name) => !settings.includes(name))).toEqual([]);
    }
  });

  it('passes on every setting but those of the embedded demo', () => {
    const passed = sorted(ours.flatMap(([, service]) => Object.keys(service.environment)));
    expect(settings.filter((name) => !passed.includes(name))).toEqual(['DEMO']);
  });

  it('starts with no more than the secrets it asks for', () => {
    const secret = 'x'.repeat(32);
    const filled = (value: string | number) =>
      String(value).replace(/\$\{[A-Z_]+:([-?])([^}]*)\}/g, (_all, operator, operand) =>
        operator === '?' ? secret : operand,
      );
    for (const [name, { environment }] of ours) {
      const given = Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [key, filled(value)]),
      );
      expect(readEnv(given)).toMatchObject({
        nodeEnv: 'production',
        processRole: name,
        demo: false,
        database: { url: `postgres://narutalk:${secret}@postgres:5432/narutalk` },
        openSearch: { url: 'http://opensearch:9200' },
        minio: { endpoint: 'http://minio:9000', accessKey: secret, secretKey: secret },
      });
    }
  });

  it('asks for every secret and knows none', () => {
    const secret = /SECRET|PASSWORD|ACCESS_KEY|API_KEY|TOKEN/;
    const values = services.flatMap(([, service]) => Object.entries(service.environment));
    const literal = values.filter(
      ([name, value]) => secret.test(name) && !/^\$\{[^}]+\}$/.test(String(value)),
    );
    expect(literal).toEqual([]);
    // A URL may carry one too: what stands between the colon and the at-sign.
    const passwords = values.flatMap(([, value]) =>
      [...String(value).matchAll(/:\/\/[^/]*?:(.+)@/g)].map((found) => found[1]!),
    );
    expect(passwords.filter((password) => !/^\$\{[^}]+\}$/.test(password))).toEqual([]);
    // Optional ones are empty when not given.
    const defaults = placeholders.filter(({ name, operator }) => secret.test(name) && operator === '-');
    expect(defaults.filter(({ operand }) => operand !== '')).toEqual([]);
    expect(sorted(placeholders.filter(({ operator }) => operator === '?').map(({ name }) => name))).toEqual([
      'AUTH_SECRET',
      'MINIO_ACCESS_KEY',
      'MINIO_SECRET_KEY',
      'POSTGRES_PASSWORD',
    ]);
  });

  it('publishes on the loopback address only, and leaves the usual database port alone', () => {
    const published = services.flatMap(([, service]) => service.ports ?? []);
    expect(published.length).toBeGreaterThan(0);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:(?!5432:)/);
  });

  it('looks after the health of every service, and waits for it', () => {
    for (const [name, service] of services) {
      const [kind, ...command] = service.healthcheck?.test ?? [];
      expect([name, kind]).toEqual([name, 'CMD']);
      // An unquoted colon would have made a mapping of an argument.
      expect(command.map((argument) => typeof argument)).toEqual(command.map(() => 'string'));
      expect(command.length).toBeGreaterThan(0);
    }
    for (const [, service] of ours) {
      expect(service.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        opensearch: { condition: 'service_healthy' },
        minio: { condition: 'service_healthy' },
      });
    }
  });

  it('gives its processes no right they do not need, and two folders to write to', () => {
    for (const [, service] of ours) {
      expect(service).toMatchObject({
        ...{ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], read_only: true },
        volumes: [service.environment.DATA_DIR, '/tmp'],
      });
    }
  });

  it('keeps what the stores hold in named volumes', () => {
    const used = services
      .flatMap(([, service]) => service.volumes ?? [])
      .filter((volume) => volume.includes(':'))
      .map((volume) => volume.split(':')[0]!);
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(used).toHaveLength(3);
  });
});
