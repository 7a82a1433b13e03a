import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The folder of the chart. */
export const chart = path.join(__dirname, '..', '..', 'deploy', 'helm', 'narutalk');

/** Go's build of the tool is not on every machine: `node scripts/dev/installDeployTools.mjs` makes it, and CI has it. */
export const hasHelm = spawnSync('helm', ['version']).status === 0;

interface Probe {
  httpGet: { path: string; port: string };
}
interface Container {
  image: string;
  env: { name: string; value: string }[];
  envFrom: { configMapRef: { name: string } }[];
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  ports: { name: string; containerPort: number }[];
  securityContext: Record<string, unknown>;
  resources: { limits: { memory: string } };
  startupProbe: Probe;
  livenessProbe: Probe;
  readinessProbe: Probe;
}
/** One thing of Kubernetes, with what the tests read of it. */
export interface Manifest {
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  data: Record<string, string>;
  spec: {
    selector: Record<string, string> & { matchLabels: Record<string, string> };
    groups: { rules: unknown[] }[];
    template: {
      metadata: { labels: Record<string, string> };
      spec: {
        containers: Container[];
        volumes: { name: string; secret?: { secretName: string } }[];
        securityContext: { runAsNonRoot: boolean };
        automountServiceAccountToken: boolean;
        terminationGracePeriodSeconds: number;
      };
    };
  };
}

/** What helm does and says with these values. */
export function helm(given: readonly string[], values: object = {}) {
  const { status, stdout, stderr } = spawnSync('helm', [...given, '--values', '-'], {
    encoding: 'utf8',
    input: JSON.stringify(values),
  });
  return { status, stdout, stderr };
}

/** Renders the chart. Helm that was built from source thinks of an old cluster when it sees none. */
export const template = ['template', 'release', chart, '--kube-version', '1.31.0'] as const;

/** What the chart makes of these values. @throws Error with what helm or the parser said */
export function render(values: object): Manifest[] {
  const { status, stdout, stderr } = helm(template, values);
  if (status !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout).map((document) => {
    if (document.errors.length > 0) throw new Error(document.errors.join('\n'));
    return document.toJS() as Manifest;
  });
}

export function ofKind(manifests: Manifest[], kind: string): Manifest[] {
  return manifests.filter((one) => one.kind === kind);
}
