import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * What a run of Schemathesis did, by its report: calls, those that were answered with a status from 500 on, and those that were
 * served although whoever asked has not the right.
 * @param may whether an operation such as `GET /api/employees` may be served to whoever asked
 */
export async function readReport(report, may) {
  const found = { calls: 0, serverErrors: 0, crossed: new Set() };
  for await (const line of createInterface({ input: createReadStream(report) })) {
    const { recorder } = JSON.parse(line).ScenarioFinished ?? {};
    for (const { request, response } of Object.values(recorder?.interactions ?? {})) {
      found.calls += 1;
      const status = response?.status_code;
      if (status >= 500) found.serverErrors += 1;
      const isAsked = recorder.label?.startsWith(`${request.method} `);
      if (status < 300 && isAsked && !may(recorder.label)) found.crossed.add(recorder.label);
    }
  }
  return found;
}

/**
 * What may be served to somebody with these rights, by the description of the API; null: to nobody in particular.
 * @param permissions those of the person who asks
 */
export function servedTo({ paths }, permissions) {
  return (label) => {
    const [method, path] = label.split(' ');
    const { security, 'x-permission': permission } = paths[path][method.toLowerCase()];
    const isOpen = security.length === 0 || security.some((shown) => Object.keys(shown).length === 0);
    if (permissions === null) return isOpen;
    return permission === undefined || permissions.includes(permission);
  };
}
