import { fork, type ChildProcess } from 'node:child_process';
import { workerFile } from '../workerFile';

/**
 * Starts a process that parses one file, once it is told which. It loads the program at once and gets no environment: what
 * parses foreign content has no use for passwords.
 * @param heapMegabytes what V8 may keep of JavaScript objects.
 */
export function startParsingChild(heapMegabytes: number): ChildProcess {
  return fork(workerFile('ingestion/parseWorker'), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
