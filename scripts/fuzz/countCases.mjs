import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Calls of a run of Schemathesis, and those that were answered with a status from 500 on, by its report. */
export async function countCases(report) {
  let calls = 0;
  let serverErrors = 0;
  for await (const line of createInterface({ input: createReadStream(report) })) {
    const { ScenarioFinished: scenario } = JSON.parse(line);
    for (const { response } of Object.values(scenario?.recorder?.interactions ?? {})) {
      calls += 1;
      if (response?.status_code >= 500) serverErrors += 1;
    }
  }
  return { calls, serverErrors };
}
