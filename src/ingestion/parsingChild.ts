import { fork, type ChildProcess } from 'node:child_process';
import { workerFile } from '../workerFile';

/** Newer versions of Node call it `--permission`. */
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/**
 * Starts a process that parses one file, once it is told which. It loads the program at once and gets no environment: what
 * parses foreign content has no use for passwords. Nor may it write any file or start a process, whatever a file brings a
 * parser to.
 * @param heapMegabytes what V8 may keep of JavaScript objects.
 */
export function startParsingChild(heapMegabytes: number): ChildProcess {
  return fork(workerFile('ingestion/parseWorker'), {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      permission,
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons', // pdf.js takes its geometry from one
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
