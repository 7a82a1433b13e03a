import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { workerFile } from '../workerFile';
import { withFile } from './fixtures/parseWritten';
import { parseFile } from './parseFile';
import { startParsingChild } from './parsingChild';
import { createSpareChild, type SpareChild } from './spareChild';

/** Every child the spare of a test has started. */
let started: ChildProcess[];
let spare: SpareChild;

function open(options: { idleMs?: number } = {}): SpareChild {
  return createSpareChild(() => {
    const child = startParsingChild(256);
    started.push(child);
    return child;
  }, options);
}

beforeEach(() => {
  started = [];
  spare = open();
});
afterEach(() => {
  spare.close();
  for (const child of started) child.kill('SIGKILL');
});

const read = () => withFile('한 줄이다.', (filePath) => parseFile(filePath, { fileName: 'a.txt', spare }));

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('there is none until one is prepared, and each is given away once', () => {
  expect(spare.take()).toBeNull();
  spare.prepare();
  spare.prepare();
  expect(started).toHaveLength(1);
  expect(spare.take()).toBe(started[0]);
  expect(spare.take()).toBeNull();
});

test('a file is read in it and it is gone then; the next file has another', async () => {
  await read();
  expect(started).toHaveLength(1);
  const gone = once(started[0]!, 'exit');
  expect((await read()).blocks).toHaveLength(1);
  await gone;
  expect(started).toHaveLength(2);
});

test('two files at once have a child each', async () => {
  spare.prepare();
  const documents = await Promise.all([read(), read()]);
  expect(documents.map(({ blocks }) => blocks.length)).toEqual([1, 1]);
});

test('one that dies while it waits is not given away', async () => {
  spare.prepare();
  await end(started[0]!);
  expect(spare.take()).toBeNull();
  spare.prepare();
  expect(spare.take()).toBe(started[1]);
});

test('one that dies as it is given away costs the file nothing', async () => {
  spare.prepare();
  // The system has not told of its end yet when the file comes.
  started[0]!.kill('SIGKILL');
  expect((await read()).blocks).toHaveLength(1);
});

test('an abort ends it with the file', async () => {
  spare.prepare();
  const gone = once(started[0]!, 'exit');
  await withFile('한 줄이다.', async (filePath) => {
    const abort = new AbortController();
    const reading = parseFile(filePath, { fileName: 'a.txt', spare, signal: abort.signal });
    abort.abort(new Error('deleted'));
    await expect(reading).rejects.toThrow('deleted');
  });
  await gone;
});

test('one that no file needs is let go', async () => {
  spare = open({ idleMs: 1 });
  spare.prepare();
  await once(started[0]!, 'exit');
  expect(spare.take()).toBeNull();
  expect((await read()).blocks).toHaveLength(1);
});

test('the close ends it, and there will be none', async () => {
  spare.prepare();
  const gone = once(started[0]!, 'exit');
  spare.close();
  await gone;
  spare.prepare();
  expect(spare.take()).toBeNull();
  expect(started).toHaveLength(1);
});

test('it keeps no process from its end', async () => {
  const program = `require(${JSON.stringify(workerFile('ingestion/parseFile'))}).createSpareParser().prepare()`;
  const host = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
  expect(await once(host, 'exit')).toEqual([0, null]);
});
