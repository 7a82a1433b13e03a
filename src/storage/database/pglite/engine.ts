import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../../workerFile';
import type { PoolState } from '../database';
import type { FromWorker } from './messages';
import { WireStream, type WireServer } from './wireStream';

/**
 * How long a connection waits for the one backend. Longer than any statement the program allows itself; what waits
 * longer is a query outside an open transaction that is awaited inside it, which would wait for ever.
 */
const turnWaitLimitMs = 60_000;

interface Answer {
  bytes: Uint8Array;
  inTransaction: boolean;
}

interface Waiting {
  stream: Duplex;
  resolve: () => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/**
 * PostgreSQL inside this process (PGlite), in a worker thread so that a long query does not stop the event loop. `pg`
 * connects through `stream()`, with no port. There is one backend: a connection owns it while its transaction is open,
 * the others wait in line.
 */
export class PgliteEngine implements WireServer {
  private worker: Worker | null = null;
  /** Settled when the worker serves; requests wait for it while the engine restarts. */
  private ready: Promise<void> = Promise.reject(engineStopped());
  private nextId = 0;
  private readonly requests = new Map<number, { resolve: (a: Answer) => void; reject: (e: Error) => void }>();
  private readonly streams = new Set<Duplex>();
  private readonly line: Waiting[] = [];
  private owner: Duplex | null = null;

  constructor(private readonly dataDir: string) {
    this.ready.catch(() => {}); // told to whoever asks before start()
  }

  /** Opens the data folder, making a new database in an empty one. */
  start(): Promise<void> {
    this.ready = this.startWorker();
    return this.ready;
  }

  private async startWorker(): Promise<void> {
    const worker = new Worker(workerFile('storage/database/pglite/worker'), {
      workerData: { dataDir: this.dataDir },
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the embedded database ended with code ${code}`)));
      worker.on('message', (message: FromWorker) => ('ready' in message ? resolve() : this.settle(message)));
    });
    worker.removeAllListeners('exit').on('exit', () => this.failRequests());
    worker.removeAllListeners('error').on('error', () => this.failRequests());
    this.worker = worker;
  }

  /** A connection for `pg`. */
  stream(): Duplex {
    const stream = new WireStream(this);
    this.streams.add(stream);
    stream.once('close', () => {
      this.streams.delete(stream);
      this.leaveLine(stream);
    });
    return stream;
  }

  /** Runs one batch of protocol messages for a connection, when its turn has come. */
  async run(stream: Duplex, bytes: Uint8Array): Promise<Uint8Array> {
    await this.takeTurn(stream);
    const answer = await this.request({ kind: 'bytes', bytes });
    if (!answer.inTransaction) this.passTurn(stream);
    return answer.bytes;
  }

  /** Ends what a connection left open when it goes. */
  async abandon(stream: Duplex, rollback: Uint8Array): Promise<void> {
    if (this.owner !== stream) return;
    await this.request({ kind: 'bytes', bytes: rollback });
    this.passTurn(stream);
  }

  /** Its one backend as if it were a pool: whether a connection has it, and how many wait. */
  state(): PoolState {
    const used = this.owner === null ? 0 : 1;
    return { pool: 'engine', used, idle: 1 - used, waiting: this.line.length, limit: 1 };
  }

  /** Cuts a connection: one that waits in line leaves it, the one that is being served is ended with the backend. */
  async interrupt(stream: Duplex): Promise<void> {
    if (this.owner === stream) await this.restart();
    else stream.destroy(engineStopped());
  }

  /**
   * Ends a statement that runs away: `statement_timeout` does nothing here, so the thread ends and the data folder is
   * opened again. Every connection is cut, since none may go on in a transaction that is gone.
   */
  private async restart(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    this.owner = null;
    this.ready = Promise.resolve(worker?.terminate()).then(() => this.startWorker());
    for (const stream of this.streams) stream.destroy(engineStopped());
    await this.ready;
  }

  /** Writes everything to the data folder and ends the thread. */
  async close(): Promise<void> {
    if (!this.worker) return;
    await this.request({ kind: 'close' });
    await this.worker.terminate();
    this.worker = null;
  }

  private takeTurn(stream: Duplex): Promise<void> {
    if (this.owner === stream) return Promise.resolve();
    if (this.owner === null) {
      this.owner = stream;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.leaveLine(stream);
        reject(
          new Error(
            'waited too long for the embedded database: is a query awaited inside a transaction it is not part of?',
          ),
        );
      }, turnWaitLimitMs);
      this.line.push({ stream, resolve, reject, timer });
    });
  }

  private passTurn(stream: Duplex): void {
    if (this.owner !== stream) return;
    const next = this.line.shift();
    this.owner = next?.stream ?? null;
    if (next) {
      clearTimeout(next.timer);
      next.resolve();
    }
  }

  private leaveLine(stream: Duplex): void {
    const at = this.line.findIndex((waiting) => waiting.stream === stream);
    if (at < 0) return;
    const [waiting] = this.line.splice(at, 1);
    clearTimeout(waiting!.timer);
    waiting!.reject(engineStopped());
  }

  private async request(message: { kind: 'bytes'; bytes: Uint8Array } | { kind: 'close' }): Promise<Answer> {
    await this.ready;
    return new Promise((resolve, reject) => {
      const worker = this.worker;
      if (!worker) return reject(engineStopped());
      const id = ++this.nextId;
      this.requests.set(id, { resolve, reject });
      worker.postMessage({ ...message, id });
    });
  }

  private settle(message: Exclude<FromWorker, { ready: true }>): void {
    const request = this.requests.get(message.id);
    this.requests.delete(message.id);
    if ('error' in message) request?.reject(new Error(message.error));
    else request?.resolve(message);
  }

  private failRequests(): void {
    for (const request of this.requests.values()) request.reject(engineStopped());
    this.requests.clear();
  }
}

/** 57P01 is PostgreSQL's own code for a connection the server ended (admin_shutdown). */
function engineStopped(): Error {
  return Object.assign(new Error('the embedded database was stopped'), { code: '57P01' });
}
