import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes of JS heap in use after the garbage is collected; the process needs `--expose-gc`. */
export async function usedHeap() {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}
