import { workerData } from 'node:worker_threads';

/** Milliseconds between two looks: memory that is unpacked into grows by some tens of megabytes in that time. */
const interval = 50;
const { residentMegabytes } = workerData as { residentMegabytes: number };

/** Ends the process, which can no longer be asked to, before the machine runs out of memory. */
setInterval(() => {
  if (process.memoryUsage.rss() > residentMegabytes * 1024 * 1024) process.kill(process.pid, 'SIGKILL');
}, interval);
