import { workerData } from 'node:worker_threads';

/** What the parsing thread tells the one that watches it. */
export interface WatchData {
  /** Memory of the whole process. */
  residentMegabytes: number;
  /** CPU time of the whole process. */
  silentCpuMilliseconds: number;
  /** One number, shared: how often the parser has handed something over. */
  progress: Int32Array;
}

/** Milliseconds between two looks: memory that is unpacked into grows by some tens of megabytes in that time. */
const interval = 50;
const { residentMegabytes, silentCpuMilliseconds, progress } = workerData as WatchData;

let seenProgress = 0;
let cpuAtProgress = 0;

/**
 * Ends the process, which can no longer be asked to, before the machine runs out of memory, or when it works on and on
 * without a result. CPU time counts, not the clock: on a busy machine a parser may be slow through no fault of the file.
 */
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1000;
  if (Atomics.load(progress, 0) !== seenProgress) {
    seenProgress = Atomics.load(progress, 0);
    cpuAtProgress = cpu;
  }
  const isTooLarge = process.memoryUsage.rss() > residentMegabytes * 1024 * 1024;
  if (isTooLarge || cpu - cpuAtProgress > silentCpuMilliseconds) process.kill(process.pid, 'SIGKILL');
}, interval);
