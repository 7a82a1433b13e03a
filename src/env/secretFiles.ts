import { readFileSync } from 'node:fs';

/** The settings that are secrets or may carry one, as an address with a password does. */
export const secretSettings = [
  'SETUP_TOKEN',
  'AUTH_SECRET',
  'AUDIT_KEY',
  'AUDIT_FORMER_KEYS',
  'DATABASE_URL',
  'DATABASE_READER_URL',
  'OPENSEARCH_URL',
  'MINIO_ACCESS_KEY',
  'MINIO_SECRET_KEY',
  'EMBEDDINGS_API_KEY',
  'RERANKER_API_KEY',
  'OPENAI_API_KEY',
  'OIDC_CLIENT_SECRET',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

type Source = Record<string, string | undefined>;

/**
 * Reads each secret that is named by a file (`AUTH_SECRET_FILE=/run/secrets/auth_secret`, as Docker and Kubernetes mount them): the
 * environment of a process is seen by its children and in crash reports, a file is not. The end of the line that editors put there
 * is none of the secret.
 * @returns the settings with what the files hold, and complaints that name settings, never their values.
 */
export function readSecretFiles(given: Source): { settings: Source; complaints: string[] } {
  const settings = { ...given };
  const complaints: string[] = [];
  for (const name of secretSettings) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) {
      complaints.push(`${name} and ${name}_FILE are both set: one of them is enough`);
      continue;
    }
    try {
      settings[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      if (settings[name] === '') complaints.push(`${name}_FILE: the file is empty`);
    } catch (error) {
      complaints.push(
        `${name}_FILE: the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      );
    }
  }
  return { settings, complaints };
}

/** The secrets that stand in these settings: of an address its password, of a list each one. */
export function secretsIn(settings: Partial<Record<(typeof secretSettings)[number], unknown>>): string[] {
  return secretSettings.flatMap((name) => {
    const value = settings[name];
    if (Array.isArray(value)) return value.map(String);
    if (typeof value !== 'string') return [];
    if (name.endsWith('_URL')) return passwordsOf(value);
    // `name=value,name=value`, and each value percent-encoded.
    if (name.endsWith('_HEADERS'))
      return value.split(',').flatMap((pair) => bothForms(pair.replace(/^[^=]*=/, '')));
    return [value];
  });
}

function passwordsOf(address: string): string[] {
  return URL.canParse(address) ? bothForms(new URL(address).password) : [];
}

function bothForms(encoded: string): string[] {
  try {
    return [encoded.trim(), decodeURIComponent(encoded.trim())];
  } catch {
    // A percent sign that encodes nothing.
    return [encoded.trim()];
  }
}
