import { Duplex } from 'node:stream';

/**
 * After these message types the client waits for the server: Query, Sync, Flush, CopyDone, CopyFail, password.
 * https://www.postgresql.org/docs/15/protocol-message-formats.html
 */
const endsBatch = new Set(['Q', 'S', 'H', 'c', 'f', 'p']);
const terminate = 'X';

/** What a stream needs of the engine it belongs to. */
export interface WireServer {
  /** Runs one batch of protocol messages for a connection, when its turn has come. */
  run(stream: Duplex, bytes: Uint8Array): Promise<Uint8Array>;
  /** Ends what a connection left open when it goes. */
  abandon(stream: Duplex, rollback: Uint8Array): Promise<void>;
}

/** Looks like a TCP socket to `pg`; hands whole batches of protocol messages to the engine. */
export class WireStream extends Duplex {
  private pending: Buffer = Buffer.alloc(0);
  private started = false;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly engine: WireServer) {
    super();
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  // What else `pg` asks of a socket has no meaning without a network.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const last = lastWholeMessage(this.pending, !this.started);
    if (last === terminate) this.enqueue(() => this.finish());
    else if (last !== null && (last === 'startup' || endsBatch.has(last))) this.sendBatch();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.engine.abandon(this, rollback).then(
      () => done(error),
      () => done(error), // the engine is gone, and with it what was open
    );
  }

  private sendBatch(): void {
    const batch = this.pending;
    this.pending = Buffer.alloc(0);
    this.started = true;
    this.enqueue(async () => {
      this.push(Buffer.from(await this.engine.run(this, batch)));
    });
  }

  private async finish(): Promise<void> {
    await this.engine.abandon(this, rollback);
    this.push(null);
    this.destroy();
  }

  private enqueue(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch((error: unknown) => {
      this.destroy(error as Error);
    });
  }
}

/** Type of the last message when `bytes` ends with a whole one, else null. The first message of all has no type. */
function lastWholeMessage(bytes: Buffer, first: boolean): string | null {
  let offset = 0;
  let type: string | null = null;
  if (first) {
    if (bytes.length < 4) return null;
    offset = bytes.readInt32BE(0);
    type = 'startup';
  }
  while (offset + 5 <= bytes.length) {
    type = String.fromCharCode(bytes[offset]!);
    offset += 1 + bytes.readInt32BE(offset + 1);
  }
  return offset === bytes.length ? type : null;
}

/** The Query message `ROLLBACK`. */
const rollback = (() => {
  const text = Buffer.from('ROLLBACK\0');
  const header = Buffer.alloc(5);
  header.write('Q');
  header.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([header, text]);
})();
