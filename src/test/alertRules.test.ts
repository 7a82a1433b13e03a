import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const folder = path.join(__dirname, '..', '..', 'deploy', 'prometheus');
const read = (file: string): unknown => parse(readFileSync(path.join(folder, file), 'utf8'));

interface RuleTest {
  alertname: string;
  exp_alerts?: unknown[];
}

const { groups } = read('alerts.yml') as { groups: { rules: { alert: string }[] }[] };
const alerts = groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
const { tests } = read('alerts.test.yml') as { tests: { alert_rule_test: RuleTest[] }[] };
const tried = tests.flatMap((one) => one.alert_rule_test);

test('each alert is tried on figures on which it fires, and on some on which it keeps still', () => {
  const named = (wanted: (one: RuleTest) => boolean) =>
    new Set(tried.filter(wanted).map(({ alertname }) => alertname));
  expect([...named(({ exp_alerts }) => exp_alerts !== undefined)].sort()).toEqual([...alerts].sort());
  expect([...named(({ exp_alerts }) => exp_alerts === undefined)].sort()).toEqual([...alerts].sort());
});

/** Go's build of the tool is not on every machine: `node scripts/dev/installDeployTools.mjs` makes it, and CI has it. */
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
(hasPromtool ? describe : describe.skip)('promtool', () => {
  const promtool = (...given: string[]) => {
    const { status, stdout, stderr } = spawnSync('promtool', given, { cwd: folder, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };

  it('accepts the rules and the configuration', () => {
    expect(promtool('check', 'config', '--lint=all', '--lint-fatal', 'prometheus.yml')).toEqual({
      status: 0,
      said: expect.stringContaining(`${alerts.length} rules found`),
    });
  });

  it('sees each alert fire and keep still as it should', () => {
    expect(promtool('test', 'rules', 'alerts.test.yml')).toEqual({
      status: 0,
      said: expect.stringContaining('SUCCESS'),
    });
  });
});
