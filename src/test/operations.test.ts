import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { settingsSchema } from '../env';
import { startTestServer, type TestServer } from './server';

const root = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}
interface Panel {
  title: string;
  targets?: { expr: string }[];
}

const alertsFile = 'deploy/prometheus/alerts.yml';
const { groups } = parse(read(alertsFile)) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('deploy/grafana/narutalk.json')) as { panels: Panel[] };
const panels = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => ({ title, expr })),
);
const expressions = [...rules.map(({ alert, expr }) => ({ title: alert, expr })), ...panels];

const metricName = /\b(?:narutalk|nodejs|process)_[a-z0-9_]+/g;
/** A metric with the labels that are asked of it. */
const selector = /\b((?:narutalk|nodejs|process)_[a-z0-9_]+)\{([^}]*)\}/g;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The metric a name of PromQL belongs to, as the server has it; histograms have several names. */
function metricOf(name: string) {
  const { registry } = server.services.metrics;
  const names = [name, name.replace(/_(bucket|sum|count)$/, '')];
  return names.map((each) => registry.getSingleMetric(each)).find((metric) => metric !== undefined);
}

/** Where an expression is no PromQL; variables of Grafana stand in it. */
function mistakesIn(expr: string): string[] {
  const text = expr.replaceAll('$__rate_interval', '5m');
  const mistakes: string[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to }) {
      if (type.isError) mistakes.push(`${text.slice(0, from)} -> ${text.slice(from, to)}`);
    },
  });
  return mistakes;
}

describe('alert rules and dashboard', () => {
  it('are PromQL', () => {
    expect(mistakesIn('sum by (le) (rate(a_bucket[5m])').length).toBeGreaterThan(0);
    expect(expressions.flatMap(({ expr }) => mistakesIn(expr))).toEqual([]);
  });

  it('name only what a running server serves', async () => {
    const served = await (await fetch(`${server.url}/metrics`)).text();
    const types = new Set([...served.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
    const asked = new Set(expressions.flatMap(({ expr }) => expr.match(metricName) ?? []));
    expect(asked.size).toBeGreaterThan(30);
    const missing = [...asked].filter(
      (name) => !types.has(name) && !types.has(name.replace(/_(bucket|sum|count)$/, '')),
    );
    expect(missing).toEqual([]);
  });

  it('ask only for labels that these have', () => {
    const asked = expressions.flatMap(({ expr }) =>
      [...expr.matchAll(selector)].flatMap(([, name, labels]) =>
        [...labels!.matchAll(/([a-z_]+)\s*(?:=|!)/g)].map(([, label]) => ({ name: name!, label: label! })),
      ),
    );
    expect(asked.length).toBeGreaterThan(30);
    const unknown = asked.filter(({ name, label }) => {
      const { labelNames } = metricOf(name) as unknown as { labelNames: string[] };
      return label !== 'instance' && !labelNames.includes(label);
    });
    expect(unknown).toEqual([]);
  });

  it('never add up what every process says of the whole installation', () => {
    const ofInstallation = expressions.filter(({ expr }) => expr.includes('narutalk_installation_'));
    expect(ofInstallation.length).toBeGreaterThan(5);
    for (const { title, expr } of ofInstallation) {
      const names = expr.match(/narutalk_installation_/g) ?? [];
      const highest = expr.match(/\bmax(?: by \([a-z, ]+\))? \((?:delta\()?narutalk_installation_/g) ?? [];
      const highestOfAll = expr.match(/\bmax\((?:delta\()?narutalk_installation_/g) ?? [];
      expect([title, highest.length + highestOfAll.length]).toEqual([title, names.length]);
    }
  });

  it('show every figure of the program in the dashboard', () => {
    const shown = panels.map(({ expr }) => expr).join(' ');
    const own = server.services.metrics.registry
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('narutalk_'));
    // One names the processes, the other is for an alert.
    const notShown = own.filter((name) => !shown.includes(name));
    expect(notShown).toEqual(['narutalk_build_info', 'narutalk_installation_readable']);
  });
});

describe('docs/runbook.md', () => {
  it('has a section for each alert, in the same order, and no other', () => {
    const sections = [...read('docs/runbook.md').matchAll(/^## (\S+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(rules.map(({ alert }) => alert));
  });

  it('is where each alert points to', () => {
    for (const { alert, annotations, labels } of rules) {
      expect(annotations.runbook_url).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
      expect(annotations.summary).not.toBe('');
      expect(['warning', 'critical']).toContain(labels.severity);
    }
  });
});

describe('docs/operations.md', () => {
  it('explains every figure of the program, and no other', () => {
    const own = server.services.metrics.registry
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('narutalk_'));
    const explained = [...read('docs/operations.md').matchAll(/^\| `(narutalk_[a-z_]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(explained.sort()).toEqual(own.sort());
  });
});

describe.each(['operations', 'runbook', 'migrations'])('docs/%s.md', (name) => {
  const text = read(`docs/${name}.md`);
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, first]) => first!))];

  it('names only commands and files there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(found(/npm run ([a-z:]+)/g).filter((script) => !(script in scripts))).toEqual([]);
    const files = [
      ...found(/dist\/(cli\/\w+)\.js/g).map((file) => `src/${file}.ts`),
      ...found(/`?((?:src|scripts|deploy)\/[\w./-]+\.\w+)/g),
      ...found(/\]\((?!https?:)([^)#]+)/g).map((file) => path.join('docs', file)),
    ];
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('names only calls there are', async () => {
    const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const described = Object.entries(paths).flatMap(([address, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${address.replaceAll(/\{\w+\}/g, ':')}`),
    );
    const named = found(/\b((?:GET|POST|PUT|PATCH|DELETE) \/[\w/:-]+)/g);
    expect(named.length).toBeGreaterThan(0);
    const unknown = named.filter((call) => !described.includes(call.replaceAll(/:\w+/g, ':')));
    expect(unknown).toEqual([]);
  });

  it('names only settings there are', () => {
    const settings = Object.keys(settingsSchema.shape);
    // What else is in capitals, as words of SQL, has no underscore.
    const named = found(/[`$"]([A-Z]+(?:_[A-Z]+)+)\b/g);
    expect(named.filter((setting) => !settings.includes(setting))).toEqual([]);
  });
});
