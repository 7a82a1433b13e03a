import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { abortedTurnsMs } from '../chat/limits';
import { readEnv, settingsSchema } from '../env';
import { secretSettings } from '../env/secretFiles';
import { operatorRoutes } from '../routes/system/system';
import { chart, hasHelm, helm, ofKind, render, template } from './helm';

const root = path.join(__dirname, '..', '..');
const read = (...file: string[]) => readFileSync(path.join(...file), 'utf8');
const settings = Object.keys(settingsSchema.shape);
const secretSetting = /SECRET|PASSWORD|ACCESS_KEY|API_KEY|TOKEN|AUDIT_KEY|FORMER_KEYS|DATABASE_.*URL/;

describe('the chart', () => {
  it('is of the version of the program', () => {
    const { version } = JSON.parse(read(root, 'package.json')) as { version: string };
    expect(parse(read(chart, 'Chart.yaml'))).toMatchObject({ version, appVersion: version });
  });

  it('sets only what the program knows, and holds no secret', () => {
    const values = parse(read(chart, 'values.yaml')) as { settings: object; existingSecret: string };
    const set = Object.keys(values.settings);
    expect(set.filter((name) => !settings.includes(name))).toEqual([]);
    expect(set.filter((name) => secretSetting.test(name))).toEqual([]);
    expect(values.existingSecret).toBe('');
  });

  it('can take every secret from the Secret', () => {
    const { secretKeys } = parse(read(chart, 'values.yaml')) as { secretKeys: Record<string, boolean> };
    expect(Object.keys(secretKeys).sort()).toEqual([...secretSettings].sort());
  });

  it('names in its README and values only settings there are', () => {
    const named = [read(chart, 'README.md'), read(chart, 'values.yaml')]
      .join('\n')
      .match(/\b[A-Z]+(?:_[A-Z]+)+\b/g)!;
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  });
});

/** The settings of a pod with what its files would hold. */
function withSecrets(given: Record<string, string>): Record<string, string> {
  const values: Record<string, string> = { DATABASE_URL: 'postgres://a:b@c/d' };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const [, secret] = /^(.+)_FILE$/.exec(name) ?? [];
      return secret ? [secret, values[secret] ?? 'x'.repeat(32)] : [name, value];
    }),
  );
}

(hasHelm ? describe : describe.skip)('the chart, by helm', () => {
  const everything = {
    existingSecret: 'of-the-test',
    ingress: { enabled: true, tlsSecret: 'tls' },
    monitoring: { podMonitor: true, alerts: true, dashboard: true },
  };
  const manyValues = {
    everything,
    'the least': { existingSecret: 'of-the-test' },
    'a large installation': {
      existingSecret: 'of-the-test',
      image: { repository: 'registry.example/narutalk', tag: 1.5 },
      imagePullSecrets: [{ name: 'registry' }],
      settings: { CHAT_DAILY_TOKENS: 1_000_000_000, CHAT_RUNNING_PER_PROCESS: 12, DEMO: '0' },
      server: { replicas: 12, resources: {} },
      worker: { replicas: 4 },
      nodeSelector: { 'kubernetes.io/arch': 'amd64' },
      tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
    },
    'people from outside': {
      existingSecret: 'of-the-test',
      ingress: {
        ...{ enabled: true, className: 'nginx', host: '*.example.com', tlsSecret: 'tls' },
        annotations: { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600' },
      },
    },
    'watched by operators': {
      existingSecret: 'of-the-test',
      monitoring: { podMonitor: true, alerts: true, dashboard: true, labels: { release: 'prometheus' } },
    },
    'kept apart': {
      existingSecret: 'of-the-test',
      networkPolicy: {
        enabled: true,
        clients: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } } }],
        operators: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
      },
    },
    'settings that are taken away': {
      existingSecret: 'of-the-test',
      settings: { SHUTDOWN_GRACE_SECONDS: null, LOG_LEVEL: null },
      worker: { replicas: 0 },
    },
  };

  it.each(Object.entries(manyValues))(
    'is accepted by lint, and renders once each thing: %s',
    (_name, values) => {
      const { status, stdout } = helm(['lint', '--strict', chart], values);
      expect([status, stdout]).toEqual([0, expect.stringContaining('0 chart(s) failed')]);
      const made = render(values).map(({ kind, metadata: { name } }) => `${kind}/${name}`);
      expect(made.length).toBeGreaterThan(4);
      expect(new Set(made).size).toBe(made.length);
    },
  );

  it('hands on settings as they were written, and none that were taken away', () => {
    const settingsOf = (values: object) =>
      ofKind(render(values), 'ConfigMap').find(({ metadata }) => metadata.name === 'release')!.data;
    expect(settingsOf(manyValues['a large installation'])).toMatchObject({
      ...{ CHAT_DAILY_TOKENS: '1000000000', CHAT_RUNNING_PER_PROCESS: '12', DEMO: '0', LOG_LEVEL: 'info' },
    });
    const left = Object.keys(settingsOf(manyValues['settings that are taken away']));
    expect(left).toContain('MINIO_ENDPOINT');
    expect(left.filter((name) => /SHUTDOWN|LOG_LEVEL/.test(name))).toEqual([]);
  });

  it('asks for the Secret', () => {
    const { status, stderr } = helm(template);
    expect([status, stderr]).toEqual([1, expect.stringContaining('existingSecret')]);
  });

  it('renders a server and a worker with settings the program accepts', () => {
    const manifests = render(everything);
    expect(ofKind(manifests, 'Secret')).toEqual([]);
    const { data } = ofKind(manifests, 'ConfigMap').find(({ metadata }) => metadata.name === 'release')!;
    const deployments = ofKind(manifests, 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name)).toEqual(['release-server', 'release-worker']);
    for (const { spec } of deployments) {
      const [container] = spec.template.spec.containers;
      expect(container!.envFrom).toEqual([{ configMapRef: { name: 'release' } }]);
      const given = Object.fromEntries(container!.env.map(({ name, value }) => [name, value]));
      const env = readEnv(withSecrets({ ...data, ...given }));
      expect(env).toMatchObject({ nodeEnv: 'production', host: '0.0.0.0', dataDir: '/app/data' });
      const names = Object.keys({ ...data, ...given }).map((name) => name.replace(/_FILE$/, ''));
      expect(names.filter((name) => !settings.includes(name))).toEqual([]);
      const ports = Object.fromEntries(
        container!.ports.map(({ name, containerPort }) => [name, containerPort]),
      );
      expect(ports.operators).toBe(env.metricsPort);
      expect(ports.http).toBe(env.processRole === 'server' ? env.port : undefined);
      // Answers under way, then what closing takes.
      expect(spec.template.spec.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(
        env.shutdownGraceMs + abortedTurnsMs + 20_000,
      );
    }
  });

  it('hands secrets on as files, which no environment has', () => {
    const values = { ...manyValues['a large installation'], secretKeys: { OPENSEARCH_URL: true } };
    const manifests = render(values);
    const { data } = ofKind(manifests, 'ConfigMap').find(({ metadata }) => metadata.name === 'release')!;
    for (const { spec } of ofKind(manifests, 'Deployment')) {
      const { volumes, containers } = spec.template.spec;
      const [container] = containers;
      const files = container!.env.filter(({ name }) => name.endsWith('_FILE'));
      expect(files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['AUTH_SECRET_FILE', 'OPENSEARCH_URL_FILE']),
      );
      const mount = container!.volumeMounts.find(({ name }) => name === 'secrets')!;
      expect(mount.readOnly).toBe(true);
      for (const { name, value } of files)
        expect(value).toBe(path.posix.join(mount.mountPath, name.replace(/_FILE$/, '')));
      expect(volumes.find(({ name }) => name === 'secrets')!.secret).toMatchObject({
        secretName: 'of-the-test',
      });
    }
    // Set twice, it would stop the start.
    expect(Object.keys(data)).not.toContain('OPENSEARCH_URL');
  });

  it('lets in who is named, and where nobody is, whoever asks for pages and nobody for figures', () => {
    const policyOf = (networkPolicy: object) =>
      ofKind(render({ existingSecret: 'of-the-test', networkPolicy }), 'NetworkPolicy')[0]!.spec;
    const { networkPolicy } = manyValues['kept apart'];
    expect(policyOf(networkPolicy)).toMatchObject({
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { ports: [{ port: 'http' }], from: networkPolicy.clients },
        { ports: [{ port: 'operators' }], from: networkPolicy.operators },
      ],
      egress: networkPolicy.egress,
    });
    expect(policyOf({ enabled: true })).toMatchObject({
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 'http' }] }],
    });
  });

  it('asks every pod on the port for operators, by calls there are', () => {
    const served = operatorRoutes({} as Parameters<typeof operatorRoutes>[0]).map((one) => one.path);
    for (const { spec } of ofKind(render(everything), 'Deployment')) {
      const { startupProbe, livenessProbe, readinessProbe } = spec.template.spec.containers[0]!;
      for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) {
        expect(httpGet.port).toBe('operators');
        expect(served).toContain(httpGet.path);
      }
      // A part that is away must not end the process.
      expect([livenessProbe.httpGet.path, readinessProbe.httpGet.path]).toEqual(['/healthz', '/readyz']);
    }
  });

  it('gives a pod no right it does not need', () => {
    for (const { spec } of ofKind(render(everything), 'Deployment')) {
      const pod = spec.template.spec;
      expect(pod.securityContext.runAsNonRoot).toBe(true);
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.containers[0]!.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(pod.containers[0]!.resources.limits.memory).toMatch(/Gi$/);
    }
  });

  it('leads the Service to the server only, and each Deployment to its own pods', () => {
    const manifests = render(everything);
    const pods = ofKind(manifests, 'Deployment').map(({ spec }) => spec.template.metadata.labels);
    const fits = (wanted: Record<string, string>) =>
      pods.flatMap((labels, at) =>
        Object.entries(wanted).every(([name, value]) => labels[name] === value) ? [at] : [],
      );
    expect(fits(ofKind(manifests, 'Service')[0]!.spec.selector)).toEqual([0]);
    ofKind(manifests, 'Deployment').forEach(({ spec }, at) =>
      expect(fits(spec.selector.matchLabels)).toEqual([at]),
    );
    expect(fits(ofKind(manifests, 'PodMonitor')[0]!.spec.selector.matchLabels)).toEqual([0, 1]);
  });

  it('carries the alerts and the dashboard as they stand in deploy', () => {
    const manifests = render(everything);
    expect(ofKind(manifests, 'PrometheusRule')[0]!.spec).toEqual(
      parse(read(root, 'deploy', 'prometheus', 'alerts.yml')),
    );
    const dashboard = ofKind(manifests, 'ConfigMap').find(({ data }) => 'narutalk.json' in data)!;
    expect(JSON.parse(dashboard.data['narutalk.json']!)).toEqual(
      JSON.parse(read(root, 'deploy', 'grafana', 'narutalk.json')),
    );
    const without = render({ existingSecret: 'of-the-test' }).map(({ kind }) => kind);
    expect(without.sort()).toEqual([
      'ConfigMap',
      'Deployment',
      'Deployment',
      'PodDisruptionBudget',
      'Service',
    ]);
  });
});
