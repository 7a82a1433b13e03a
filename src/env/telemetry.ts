import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).optional();
const yesOrNo = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false']))
  .default('false')
  .transform((value) => value === 'true');

/** What OpenTelemetry is switched on by: its own names, as every collector's handbook has them. */
export const telemetrySettings = {
  /** Address of a collector, to which `/v1/traces` is added. */
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  /** Address that traces are sent to as it stands. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  /** `name=value` pairs, with commas between them and values percent-encoded. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum(['http/protobuf', 'http/json']).default('http/protobuf'),
  OTEL_SERVICE_NAME: z.string().min(1).default('narutalk'),
  OTEL_SDK_DISABLED: yesOrNo,
  /** Questions, answers, arguments and results leave the company's audit with it. */
  OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: yesOrNo,
};

type Settings = z.infer<z.ZodObject<typeof telemetrySettings>>;

/** Where traces are sent to, and how. */
export interface TelemetrySettings {
  /** Whole address of the traces. */
  url: string;
  headers: Record<string, string>;
  protocol: 'http/protobuf' | 'http/json';
  serviceName: string;
  /** Texts are sent too, not only their sizes. */
  capturesContent: boolean;
}

/** What contradicts itself, in words. */
export function telemetryContradictions({ OTEL_EXPORTER_OTLP_HEADERS: headers }: Settings): string[] {
  return headers !== undefined && readHeaders(headers) === null
    ? ['OTEL_EXPORTER_OTLP_HEADERS needs name=value pairs with commas between them']
    : [];
}

/** @returns undefined where nothing is sent: no address, or switched off. */
export function toTelemetry(settings: Settings): TelemetrySettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = settings;
  const url = traces ?? (base && `${base.replace(/\/$/, '')}/v1/traces`);
  if (!url || settings.OTEL_SDK_DISABLED) return undefined;
  return {
    url,
    headers: readHeaders(settings.OTEL_EXPORTER_OTLP_HEADERS ?? '') ?? {},
    protocol: settings.OTEL_EXPORTER_OTLP_PROTOCOL,
    serviceName: settings.OTEL_SERVICE_NAME,
    capturesContent: settings.OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT,
  };
}

/** @returns null for what is no list of pairs. */
function readHeaders(text: string): Record<string, string> | null {
  const pairs = text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => /^\s*([^=\s]+)\s*=(.*)$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return null;
  try {
    return Object.fromEntries(pairs.map((pair) => [pair![1]!, decodeURIComponent(pair![2]!.trim())]));
  } catch {
    // A percent sign that encodes nothing.
    return null;
  }
}
