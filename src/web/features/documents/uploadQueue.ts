import { ApiError } from '../../lib/apiError';
import { createStore, type Store } from '../../lib/store';
import { type FileProblem, fileProblem } from './fileProblem';

/** A chosen file on its way to the server. `unfit`: not sent, since the server would not take it. */
export interface Upload {
  file: File;
  state: 'unfit' | 'waiting' | 'sending' | 'accepted' | 'refused';
  /** Share sent, 0 to 1. */
  sent: number;
  problem?: FileProblem;
  error?: unknown;
}

/** So many at once: one alone waits for each answer, more only share the same line. */
const atOnce = 3;

export interface UploadQueue {
  uploads: Store<readonly Upload[]>;
  /** Takes files in; what is there already by name, size and date is not taken twice. */
  add(files: readonly File[]): void;
  remove(files: readonly File[]): void;
  /**
   * Sends what waits and what was refused, or only these files, a few at a time. Without the network it stops: what waits goes on
   * waiting, to be sent later.
   */
  send(only?: readonly File[]): Promise<void>;
  /** What is on its way comes back to those that wait. */
  stop(): void;
}

type SendFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<unknown>;

/** Files to upload, in the order they came; `sendFile` brings one to the server. */
export function createUploadQueue(sendFile: SendFile): UploadQueue {
  const uploads = createStore<readonly Upload[]>([]);
  let stopping = new AbortController();

  function change(file: File, next: Partial<Upload>): void {
    uploads.set(uploads.get().map((upload) => (upload.file === file ? { ...upload, ...next } : upload)));
  }

  async function sendOne(file: File, { signal }: AbortController): Promise<void> {
    change(file, { state: 'sending', sent: 0, error: undefined });
    try {
      await sendFile(file, (sent) => change(file, { sent }), signal);
      change(file, { state: 'accepted', sent: 1 });
    } catch (error) {
      if (signal.aborted) return change(file, { state: 'waiting', sent: 0 });
      change(file, { state: 'refused', sent: 0, error });
      if (error instanceof ApiError && error.code === 'network') stopping.abort();
    }
  }

  return {
    uploads,
    add(files) {
      const known = new Set(uploads.get().map(({ file }) => keyOf(file)));
      const added = files.filter((file) => !known.has(keyOf(file))).map(newUpload);
      uploads.set([...uploads.get(), ...added]);
    },
    remove(files) {
      uploads.set(uploads.get().filter(({ file }) => !files.includes(file)));
    },
    async send(only) {
      const open = uploads.get().filter(({ state, file }) => isOpen(state) && (only?.includes(file) ?? true));
      const stopped = (stopping = new AbortController());
      const queue = open.map(({ file }) => file);
      const worker = async () => {
        for (let file = queue.shift(); file && !stopped.signal.aborted; file = queue.shift()) {
          await sendOne(file, stopped);
        }
      };
      for (const file of queue) change(file, { state: 'waiting', error: undefined });
      await Promise.all(Array.from({ length: atOnce }, worker));
    },
    stop: () => stopping.abort(),
  };
}

function isOpen(state: Upload['state']): boolean {
  return state === 'waiting' || state === 'refused';
}

function newUpload(file: File): Upload {
  const problem = fileProblem(file);
  return { file, state: problem ? 'unfit' : 'waiting', sent: 0, problem };
}

function keyOf({ name, size, lastModified, webkitRelativePath }: File): string {
  return [webkitRelativePath || name, size, lastModified].join('\n');
}
