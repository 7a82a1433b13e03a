// What `deploy/` is checked with, at these versions. Both are published as modules of Go and nowhere as packages of npm.
import { spawnSync } from 'node:child_process';

const tools = [
  {
    name: 'promtool',
    module: 'github.com/prometheus/prometheus/cmd/promtool@v0.316.0',
    without: 'the alert rules and the settings of Prometheus are NOT checked',
  },
  {
    name: 'helm',
    module: 'helm.sh/helm/v3/cmd/helm@v3.22.0',
    without: 'the chart is NOT linted and NOT rendered',
  },
];

/** Those that are not on the PATH, whatever their version. */
export function missingTools() {
  return tools.filter(({ name }) => spawnSync(name, ['version']).error?.code === 'ENOENT');
}
