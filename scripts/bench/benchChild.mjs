import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts a file of this folder as a process of its own, so that only its cost is measured and the measuring process does
 * not hold it up. It says once that it is ready, then answers one message to each it is sent; `{end: true}` ends it.
 * `core`: number of the only processor it may use (Linux).
 */
export async function startChild(file, { args = [], env = process.env, execArgv = [], core } = {}) {
  const pinned =
    core === undefined
      ? { execArgv }
      : { execPath: 'taskset', execArgv: ['--cpu-list', `${core}`, process.execPath, ...execArgv] };
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, { env, ...pinned });
  const answer = async () => {
    const ended = new AbortController();
    const leave = (code) => ended.abort(new Error(`${file} ended with ${code}`));
    child.once('exit', leave);
    try {
      const [message] = await once(child, 'message', { signal: ended.signal });
      return message;
    } catch (error) {
      throw ended.signal.reason ?? error;
    } finally {
      child.off('exit', leave);
    }
  };
  const ask = (message) => {
    child.send(message);
    return answer();
  };
  return {
    pid: child.pid,
    ready: await answer(),
    ask,
    /** CPU milliseconds the child spends on `work`. */
    async cpuOf(work) {
      const before = await ask({ cpu: true });
      await work();
      return (await ask({ cpu: true })) - before;
    },
    async end() {
      if (!child.connected) return; // it ended by itself, which whoever asked it was told
      const exit = once(child, 'exit');
      child.send({ end: true });
      await exit;
    },
  };
}

/**
 * The child's side: says `ready`, then gives each message to the function of its name in `answers`, and runs `close` at the
 * end.
 */
export function serveParent(ready, answers, close = async () => {}) {
  const all = { cpu: cpuMs, ...answers };
  const end = async () => {
    await close();
    process.exit(0);
  };
  // A measure that failed must not leave its servers behind.
  process.once('disconnect', end);
  process.on('message', async (message) => {
    if (message.end) return end();
    const [name, input] = Object.entries(message)[0];
    const answer = (await all[name](input)) ?? {};
    if (process.connected) process.send(answer);
  });
  process.send(ready);
}

/** CPU milliseconds this process has used, its threads included. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
