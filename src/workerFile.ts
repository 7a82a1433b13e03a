import path from 'node:path';

/**
 * The compiled file of a worker thread or child process, named by its place under `src`. Threads and processes always
 * run compiled code, also when the caller itself runs from source in a test (`npm test` builds first).
 */
export function workerFile(name: string): string {
  return path.join(__dirname, '..', 'dist', `${name}.js`);
}
