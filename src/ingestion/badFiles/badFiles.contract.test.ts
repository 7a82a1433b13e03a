import os from 'node:os';
import { AppError } from '../../errors';
import { parseFile } from '../parseFile';
import type { BadFile, Outcome } from './badFileFixture';
import { badFiles } from './badFilesFixture';
import { makeSurroundings, parsingChildren, secret, type WatchedSurroundings } from './surroundingsFixture';

/** Milliseconds in which a person who has uploaded a file learns what is wrong with it. */
const patience = 30_000;

/** Two cores, two files at a time. */
const atOnce = 2;

/** All of them take many minutes: the suites read every tenth, in the order in which they stand, `npm run test:faults` all. */
const chosenFiles =
  process.env['NARUTALK_FAULT_ROUNDS'] === undefined
    ? badFiles.filter((_, index) => index % 10 === 0)
    : badFiles;

interface Reading {
  outcome: Outcome | Error;
  showsSecret: boolean;
  /** Milliseconds it took, by what the machine gave: where others use it as well, each gets a part only. */
  duration: number;
}

let surroundings: WatchedSurroundings;
const readings = new Map<string, (reading: Reading) => void>();
const awaited = new Map(
  chosenFiles.map(({ name }) => [name, new Promise<Reading>((resolve) => readings.set(name, resolve))]),
);

beforeAll(async () => {
  surroundings = await makeSurroundings();
  const queue = chosenFiles.values();
  for (let worker = 0; worker < atOnce; worker += 1) void readAll(queue);
});
afterAll(() => surroundings.remove());

async function readAll(queue: Iterable<BadFile>): Promise<void> {
  for (const file of queue) readings.get(file.name)!(await read(file));
}

async function read(file: BadFile): Promise<Reading> {
  return surroundings
    .withFile(file, async (filePath) => {
      const start = performance.now();
      const took = () => (performance.now() - start) / Math.max(1, os.loadavg()[0]! / os.cpus().length);
      try {
        const { blocks } = await parseFile(filePath, { fileName: file.name });
        const showsSecret = blocks.some(({ text }) => text.includes(secret) || text.includes('root:x:0:0'));
        return { outcome: 'read' as const, showsSecret, duration: took() };
      } catch (error) {
        const outcome = error instanceof AppError ? (error.code as Outcome) : (error as Error);
        return { outcome, showsSecret: false, duration: took() };
      }
    })
    .catch((error: unknown) => ({ outcome: error as Error, showsSecret: false, duration: 0 }));
}

test('there are at least two hundred bad files, of different names', () => {
  expect(badFiles.length).toBeGreaterThanOrEqual(200);
  expect(new Set(badFiles.map(({ name }) => name)).size).toBe(badFiles.length);
});

describe('a bad file ends as it must, in time', () => {
  it.each(chosenFiles.map((file): [string, BadFile] => [file.name, file]))(
    '%s',
    async (name, { outcomes }) => {
      const { outcome, showsSecret, duration } = await awaited.get(name)!;
      expect(outcomes).toContain(outcome);
      expect(showsSecret).toBe(false);
      expect(duration).toBeLessThan(patience);
    },
    15 * 60_000,
  );
});

describe('all of them together', () => {
  it('ask no server', () => {
    expect(surroundings.connections()).toBe(0);
  });

  it('leave nothing where they wanted to be unpacked, nor where they stood', async () => {
    expect(await surroundings.escapes()).toEqual([]);
    expect(await surroundings.leftovers()).toEqual([]);
  });

  it('leave no process behind', async () => {
    await expect(eventually(parsingChildren)).resolves.toEqual([]);
  });
});

/** An ended process is in the list until its parent has taken note. */
async function eventually(look: () => Promise<string[]>): Promise<string[]> {
  for (let tries = 0; tries < 20; tries += 1) if ((await look()).length === 0) return [];
  return look();
}
