import { ApiError } from '../../lib/apiError';
import { createUploadQueue } from './uploadQueue';

const file = (name: string, content = 'x') => new File([content], name, { lastModified: 1 });

/** A server that answers each file when it is told to. */
function heldServer() {
  const held = new Map<string, { resolve: (value?: unknown) => void; reject: (error: unknown) => void }>();
  const queue = createUploadQueue(
    ({ name }, _onProgress, signal) =>
      new Promise((resolve, reject) => {
        held.set(name, { resolve, reject });
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  const states = () => queue.uploads.get().map(({ file: { name }, state }) => `${name} ${state}`);
  return { held, queue, states };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('sends a few at a time, and goes on past one that is refused', async () => {
  const { held, queue, states } = heldServer();
  queue.add(['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => file(name)));
  const sending = queue.send();
  expect([...held.keys()]).toEqual(['a.txt', 'b.txt', 'c.txt']);
  held.get('b.txt')!.reject(new ApiError(409, 'document_already_exists', ''));
  await settled();
  expect(states()).toEqual(['a.txt sending', 'b.txt refused', 'c.txt sending', 'd.txt sending']);
  for (const name of ['a.txt', 'c.txt', 'd.txt']) held.get(name)!.resolve();
  await sending;
  const again = queue.send();
  held.get('b.txt')!.resolve();
  await again;
  expect(states()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => `${name} accepted`));
});

it('stops: what was on its way waits again', async () => {
  const { held, queue, states } = heldServer();
  queue.add(['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => file(name)));
  const sending = queue.send();
  held.get('a.txt')!.resolve();
  await settled();
  queue.stop();
  await sending;
  expect(states()).toEqual(['a.txt accepted', 'b.txt waiting', 'c.txt waiting', 'd.txt waiting']);
});

it('does not try the rest when the network is away', async () => {
  const { held, queue, states } = heldServer();
  queue.add(['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => file(name)));
  const sending = queue.send();
  held.get('a.txt')!.reject(new ApiError(0, 'network', ''));
  await sending;
  expect(states()).toEqual(['a.txt refused', 'b.txt waiting', 'c.txt waiting', 'd.txt waiting']);
});

it('sends nothing that the server would not take, and no file twice', async () => {
  const { held, queue, states } = heldServer();
  queue.add([file('a.txt'), file('empty.txt', ''), file('film.mp4')]);
  queue.add([file('a.txt')]);
  const sending = queue.send();
  held.get('a.txt')!.resolve();
  await sending;
  expect([...held.keys()]).toEqual(['a.txt']);
  expect(states()).toEqual(['a.txt accepted', 'empty.txt unfit', 'film.mp4 unfit']);
});

it('sends one again alone', async () => {
  const { held, queue } = heldServer();
  const [one, other] = [file('a.txt'), file('b.txt')];
  queue.add([one, other]);
  const sending = queue.send([other]);
  held.get('b.txt')!.resolve();
  await sending;
  expect([...held.keys()]).toEqual(['b.txt']);
});
