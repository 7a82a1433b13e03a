import { setTimeout as pause } from 'node:timers/promises';
import { patienceMs } from './patience';

/** Figures of a process as `/metrics` says them, by name and labels: `narutalk_turns_total{code="",end="completed"}`. */
export type Figures = Map<string, number>;

/** Reads the text format of Prometheus; labels are put in order. */
export async function readFigures(url: string): Promise<Figures> {
  const response = await fetch(`${url}/metrics`);
  if (!response.ok) throw new Error(`/metrics: ${response.status}`);
  const figures: Figures = new Map();
  for (const line of (await response.text()).split('\n')) {
    const [, name, labels, value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (!name) continue;
    const inOrder = [...(labels ?? '').matchAll(/[a-z_]+="[^"]*"/g)].map(([label]) => label).sort();
    figures.set(inOrder.length > 0 ? `${name}{${inOrder.join()}}` : name, Number(value));
  }
  return figures;
}

/** What `work` has added to each figure of a process; one that was not there was 0. */
export async function addedBy(url: string, work: () => Promise<unknown>): Promise<(name: string) => number> {
  const before = await readFigures(url);
  await work();
  const after = await readFigures(url);
  return (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
}

/** Asks until a figure is shown: those of the installation are shown again for some seconds. @throws Error when it never is. */
export async function waitForFigure(url: string, name: string): Promise<number> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    const figure = (await readFigures(url)).get(name);
    if (figure !== undefined) return figure;
  }
  throw new Error(`${name} was never shown`);
}
