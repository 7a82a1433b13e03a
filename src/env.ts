import path from 'node:path';
import { z } from 'zod';
import {
  chatLimitSettings,
  limitContradictions,
  toChatLimits,
  toModelPrice,
  type ChatLimits,
  type ModelPrice,
} from './env/chatLimits';
import {
  companySignInContradictions,
  companySignInSettings,
  toCompanySignIn,
  type CompanySignInSettings,
} from './env/companySignIn';
import {
  telemetryContradictions,
  telemetrySettings,
  toTelemetry,
  type TelemetrySettings,
} from './env/telemetry';
import { privacySettings, toPersonalDataPolicy } from './env/privacySettings';
import { readSecretFiles, secretsIn } from './env/secretFiles';
import type { PersonalDataPolicy } from './privacy/privacy';
import { roles, type Role } from './shared/people';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const days = (least: number) => z.coerce.number().int().min(least).max(36_500);
const url = z.url({ protocol: /^https?$/ });
const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Every setting the program knows. Nothing else in the program reads `process.env`, and each setting stands in
 * `.env.example` and `docker-compose.yml` as far as it applies there (a test compares them).
 */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  PROCESS_ROLE: z.enum(['all', 'server', 'worker']).default('all'),
  DATA_DIR: z.string().min(1).default('data'),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).optional(),
  SETUP_TOKEN: z.string().min(16).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  AUDIT_KEY: z.string().min(32).optional(),
  AUDIT_FORMER_KEYS: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .pipe(z.array(z.string().min(32)))
    .optional(),
  AUDIT_HEADS_DIR: z.string().min(1).optional(),
  AUDIT_EXPORT_DAYS: z.coerce.number().min(0.01).max(365).default(7),
  AUDIT_CHAT_DAYS: days(1).default(730),
  AUDIT_TRACE_DAYS: days(1).default(730),
  AUDIT_ACCESS_DAYS: days(365).default(730),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_READER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  OPENSEARCH_URL: url.optional(),
  OPENSEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,60}$/)
    .default('narutalk'),
  MINIO_ENDPOINT: url.optional(),
  MINIO_ACCESS_KEY: z.string().min(1).optional(),
  MINIO_SECRET_KEY: z.string().min(1).optional(),
  MINIO_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .default('narutalk-documents'),
  EMBEDDINGS_URL: url.optional(),
  EMBEDDINGS_API_KEY: z.string().min(1).optional(),
  EMBEDDINGS_QUERY_MODEL: z.string().min(1).optional(),
  EMBEDDINGS_PASSAGE_MODEL: z.string().min(1).optional(),
  RERANKER_URL: url.optional(),
  RERANKER_API_KEY: z.string().min(1).optional(),
  RERANKER_MODEL: z.string().min(1).optional(),
  SHUTDOWN_GRACE_SECONDS: z.coerce.number().int().min(0).max(600).default(10),
  DOCUMENT_APPROVAL: z.enum(['auto', 'second-person']).default('auto'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: url.optional(),
  CHAT_MODEL: z.string().min(1).optional(),
  CHAT_MODEL_SILENCE_SECONDS: z.coerce.number().min(0.1).max(600).default(30),
  ...chatLimitSettings,
  ...telemetrySettings,
  ...privacySettings,
  SECOND_FACTOR_ROLES: z
    .string()
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles)))
    .optional(),
  ...companySignInSettings,
  AUDIT_ANONYMISED: flag.default(false),
  CHAT_HISTORY_TOKENS: z.coerce.number().int().min(1_000).max(200_000).default(6_000),
});

/** The settings of one process, checked, with what follows from them. */
export interface Env {
  nodeEnv: 'development' | 'test' | 'production';
  host: string;
  port: number;
  /** Where operators ask any process, a worker too; undefined: a server answers them on `port`, a worker not at all. */
  metricsPort?: number;
  processRole: 'all' | 'server' | 'worker';
  /** Absolute path. */
  dataDir: string;
  /** Samples and demo people: only on an embedded database, on the loopback address, outside production. */
  demo: boolean;
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  setupToken?: string;
  authSecret?: string;
  /** Roles that must have a second factor to sign in with a password. */
  secondFactorRoles: Role[];
  /** Secret of the audit's proofs and signatures; without it the secret of the access tokens is taken. */
  auditKey?: string;
  /** Secrets of before: what was proven and signed with them still counts. */
  formerAuditKeys?: string[];
  /** Folder where the signed heads of the audit are kept besides the file store. */
  auditHeadsDir?: string;
  /** Days the file of an export of the audit is kept. */
  auditExportDays: number;
  /** Days for which what was said, traces of turns, and records of access and administration are kept. */
  daysKept: { chats: number; traces: number; events: number };
  trustProxyHops: number;
  /** Milliseconds running answers have to end when the process is told to. */
  shutdownGraceMs: number;
  /** Whether an uploaded document is approved by its upload, or waits for another person. */
  documentApproval: 'auto' | 'second-person';
  database?: { url: string; readerUrl?: string; poolSize: number };
  openSearch?: { url: string; indexPrefix: string };
  minio?: { endpoint: string; accessKey: string; secretKey: string; bucket: string };
  embeddings?: { url: string; apiKey?: string; queryModel: string; passageModel: string };
  reranker?: { url: string; apiKey?: string; model: string };
  chatModel?: { apiKey: string; baseUrl?: string; model: string };
  /** Milliseconds the chat model may take to its first word and between two, before the planner answers. */
  chatModelSilenceMs: number;
  chatLimits: ChatLimits;
  /** What the chat model costs; undefined: not known. */
  modelPrice?: ModelPrice;
  /** What is done with each kind of personal data. */
  personalData: PersonalDataPolicy;
  /** Whether analysts see pseudonyms in place of people, unless they may identify them. */
  auditAnonymised: boolean;
  /** Tokens a model is told of what was said before, as estimated. */
  historyTokens: number;
  /** Where traces of turns are sent to; undefined: nowhere. */
  telemetry?: TelemetrySettings;
  /** The company's own sign-in; undefined: passwords only. */
  companySignIn?: CompanySignInSettings;
  /** Every secret of the above, to be kept out of logs and traces. */
  secrets: string[];
}

/** A setting is missing or wrong; `message` names each one and is fit to be printed alone. */
export class SettingsError extends Error {}

type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads and checks the settings. An empty value counts as not set, as docker-compose passes them; a secret may stand in a file that
 * `<NAME>_FILE` names.
 * @throws SettingsError naming every setting that is wrong.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const withSecrets = readSecretFiles(given);
  if (withSecrets.complaints.length > 0)
    throw new SettingsError(`Wrong setting. ${withSecrets.complaints.join('; ')}.`);
  const parsed = settingsSchema.safeParse(withSecrets.settings);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`Wrong setting. ${lines.join('; ')}. See .env.example.`);
  }
  const settings = parsed.data;
  const complaints = contradictions(settings);
  if (complaints.length > 0) throw new SettingsError(`Wrong setting. ${complaints.join('; ')}.`);
  return toEnv(settings);
}

function contradictions(settings: Settings): string[] {
  const complaints: string[] = [];
  if (settings.MINIO_ENDPOINT && !(settings.MINIO_ACCESS_KEY && settings.MINIO_SECRET_KEY)) {
    complaints.push('MINIO_ENDPOINT needs MINIO_ACCESS_KEY and MINIO_SECRET_KEY');
  }
  if (settings.EMBEDDINGS_URL && !settings.EMBEDDINGS_QUERY_MODEL) {
    complaints.push('EMBEDDINGS_URL needs EMBEDDINGS_QUERY_MODEL');
  }
  if (settings.RERANKER_URL && !settings.RERANKER_MODEL) {
    complaints.push('RERANKER_URL needs RERANKER_MODEL');
  }
  if (settings.OPENAI_API_KEY && !settings.CHAT_MODEL) {
    complaints.push('OPENAI_API_KEY needs CHAT_MODEL');
  }
  if (settings.NODE_ENV === 'production' && !settings.AUTH_SECRET) {
    complaints.push('NODE_ENV=production needs AUTH_SECRET (32 random characters or more)');
  }
  if (settings.DEMO && !demoIsPossible(settings)) {
    complaints.push('DEMO=1 works only without DATABASE_URL, on a loopback HOST, and not in production');
  }
  if (settings.PROCESS_ROLE !== 'all' && !settings.DATABASE_URL) {
    complaints.push(
      `PROCESS_ROLE=${settings.PROCESS_ROLE} needs DATABASE_URL: the embedded database has one process`,
    );
  }
  if (settings.AUDIT_TRACE_DAYS > settings.AUDIT_CHAT_DAYS) {
    complaints.push('AUDIT_TRACE_DAYS must not exceed AUDIT_CHAT_DAYS: a trace is about what was said');
  }
  return [
    ...complaints,
    ...limitContradictions(settings),
    ...telemetryContradictions(settings),
    ...companySignInContradictions(settings),
  ];
}

function demoIsPossible(settings: Settings): boolean {
  return settings.NODE_ENV !== 'production' && !settings.DATABASE_URL && loopbackHosts.has(settings.HOST);
}

function toEnv(settings: Settings): Env {
  return {
    nodeEnv: settings.NODE_ENV,
    host: settings.HOST,
    port: settings.PORT,
    metricsPort: settings.METRICS_PORT,
    processRole: settings.PROCESS_ROLE,
    dataDir: path.resolve(settings.DATA_DIR),
    demo: settings.DEMO ?? demoIsPossible(settings),
    logLevel: settings.LOG_LEVEL ?? (settings.NODE_ENV === 'production' ? 'info' : 'warn'),
    setupToken: settings.SETUP_TOKEN,
    authSecret: settings.AUTH_SECRET,
    secondFactorRoles: settings.SECOND_FACTOR_ROLES ?? [],
    auditKey: settings.AUDIT_KEY,
    formerAuditKeys: settings.AUDIT_FORMER_KEYS,
    daysKept: {
      chats: settings.AUDIT_CHAT_DAYS,
      traces: settings.AUDIT_TRACE_DAYS,
      events: settings.AUDIT_ACCESS_DAYS,
    },
    auditHeadsDir: settings.AUDIT_HEADS_DIR && path.resolve(settings.AUDIT_HEADS_DIR),
    auditExportDays: settings.AUDIT_EXPORT_DAYS,
    trustProxyHops: settings.TRUST_PROXY_HOPS,
    shutdownGraceMs: settings.SHUTDOWN_GRACE_SECONDS * 1_000,
    documentApproval: settings.DOCUMENT_APPROVAL,
    database: settings.DATABASE_URL
      ? {
          url: settings.DATABASE_URL,
          readerUrl: settings.DATABASE_READER_URL,
          poolSize: settings.DATABASE_POOL_SIZE,
        }
      : undefined,
    openSearch: settings.OPENSEARCH_URL
      ? { url: settings.OPENSEARCH_URL, indexPrefix: settings.OPENSEARCH_INDEX_PREFIX }
      : undefined,
    minio: settings.MINIO_ENDPOINT
      ? {
          endpoint: settings.MINIO_ENDPOINT,
          accessKey: settings.MINIO_ACCESS_KEY!,
          secretKey: settings.MINIO_SECRET_KEY!,
          bucket: settings.MINIO_BUCKET,
        }
      : undefined,
    embeddings: settings.EMBEDDINGS_URL
      ? {
          url: settings.EMBEDDINGS_URL,
          apiKey: settings.EMBEDDINGS_API_KEY,
          queryModel: settings.EMBEDDINGS_QUERY_MODEL!,
          passageModel: settings.EMBEDDINGS_PASSAGE_MODEL ?? settings.EMBEDDINGS_QUERY_MODEL!,
        }
      : undefined,
    reranker: settings.RERANKER_URL
      ? {
          url: settings.RERANKER_URL,
          apiKey: settings.RERANKER_API_KEY,
          model: settings.RERANKER_MODEL!,
        }
      : undefined,
    chatModel: settings.OPENAI_API_KEY
      ? { apiKey: settings.OPENAI_API_KEY, baseUrl: settings.OPENAI_BASE_URL, model: settings.CHAT_MODEL! }
      : undefined,
    chatModelSilenceMs: settings.CHAT_MODEL_SILENCE_SECONDS * 1_000,
    chatLimits: toChatLimits(settings),
    modelPrice: toModelPrice(settings),
    personalData: toPersonalDataPolicy(settings),
    auditAnonymised: settings.AUDIT_ANONYMISED,
    historyTokens: settings.CHAT_HISTORY_TOKENS,
    telemetry: toTelemetry(settings),
    companySignIn: toCompanySignIn(settings),
    secrets: secretsIn(settings),
  };
}
