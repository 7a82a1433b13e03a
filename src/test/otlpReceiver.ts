import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector got it. */
export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  /** Empty: it has none. */
  parentSpanId: string;
  name: string;
  kind: number;
  /** Nanoseconds since 1970. */
  start: bigint;
  end: bigint;
  attributes: Record<string, string | number>;
  /** 2: it failed. */
  status: number;
}

/** A collector of traces on 127.0.0.1: keeps what it is sent, in either encoding of OTLP over HTTP. */
export interface OtlpReceiver {
  url: string;
  requests: { path: string; contentType: string; headers: NodeJS.Dict<string | string[]> }[];
  spans: ReceivedSpan[];
  resource: Record<string, string | number>;
  close(): Promise<void>;
}

/** @param isSilent takes requests and never answers them. */
export async function startOtlpReceiver({ isSilent = false } = {}): Promise<OtlpReceiver> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const contentType = request.headers['content-type'] ?? '';
      receiver.requests.push({ path: request.url ?? '', contentType, headers: request.headers });
      if (isSilent) return;
      const body = Buffer.concat(pieces);
      const read = contentType.includes('json') ? fromJson(body) : fromProtobuf(body);
      receiver.spans.push(...read.spans);
      Object.assign(receiver.resource, read.resource);
      response.setHeader('Content-Type', contentType);
      response.end(contentType.includes('json') ? '{}' : '');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const receiver: OtlpReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    spans: [],
    resource: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

type Read = Pick<OtlpReceiver, 'spans' | 'resource'>;
interface JsonAttribute {
  key: string;
  value: { stringValue?: string; intValue?: string | number; doubleValue?: number };
}
interface JsonRequest {
  resourceSpans: {
    resource: { attributes: JsonAttribute[] };
    scopeSpans: {
      spans: (Pick<ReceivedSpan, 'traceId' | 'spanId' | 'name' | 'kind'> & {
        parentSpanId?: string;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes: JsonAttribute[];
        status: { code?: number };
      })[];
    }[];
  }[];
}

function fromJson(body: Buffer): Read {
  const { resourceSpans } = JSON.parse(body.toString('utf8')) as JsonRequest;
  const attributes = (given: JsonAttribute[]) =>
    Object.fromEntries(
      given.map(({ key, value }) => [
        key,
        value.stringValue ??
          value.doubleValue ??
          (value.intValue === undefined ? '' : Number(value.intValue)),
      ]),
    );
  return {
    resource: attributes(resourceSpans.flatMap(({ resource }) => resource.attributes)),
    spans: resourceSpans
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .map((span) => ({
        ...{ traceId: span.traceId, spanId: span.spanId, name: span.name, kind: span.kind },
        parentSpanId: span.parentSpanId ?? '',
        start: BigInt(span.startTimeUnixNano),
        end: BigInt(span.endTimeUnixNano),
        attributes: attributes(span.attributes),
        status: span.status.code ?? 0,
      })),
  };
}

/** The fields of opentelemetry-proto's trace messages that are looked at, by their numbers there. */
function fromProtobuf(body: Buffer): Read {
  const resourceSpans = fieldsOf(body).all(1).map(fieldsOf);
  const attributes = (pairs: Buffer[]) =>
    Object.fromEntries(
      pairs.map(fieldsOf).map((pair) => {
        const value = fieldsOf(pair.bytes(2));
        return [
          pair.bytes(1).toString('utf8'),
          value.has(3) ? Number(value.int(3)) : value.bytes(1).toString('utf8'),
        ];
      }),
    );
  return {
    resource: attributes(resourceSpans.flatMap((each) => fieldsOf(each.bytes(1)).all(1))),
    spans: resourceSpans
      .flatMap((each) => each.all(2).map(fieldsOf))
      .flatMap((scope) => scope.all(2).map(fieldsOf))
      .map((span) => ({
        traceId: span.bytes(1).toString('hex'),
        spanId: span.bytes(2).toString('hex'),
        parentSpanId: span.bytes(4).toString('hex'),
        name: span.bytes(5).toString('utf8'),
        kind: Number(span.int(6)),
        start: span.int(7),
        end: span.int(8),
        attributes: attributes(span.all(9)),
        status: Number(fieldsOf(span.bytes(15)).int(3)),
      })),
  };
}

/** One message of protobuf's wire format, its fields by number. */
function fieldsOf(message: Buffer) {
  const fields: { number: number; value: Buffer | bigint }[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = Number(varint());
    const number = tag >> 3;
    const type = tag & 7;
    if (type === 0) fields.push({ number, value: varint() });
    else if (type === 1) {
      fields.push({ number, value: message.readBigUInt64LE(at) });
      at += 8;
    } else if (type === 5) {
      fields.push({ number, value: BigInt(message.readUInt32LE(at)) });
      at += 4;
    } else {
      const length = Number(varint());
      fields.push({ number, value: message.subarray(at, at + length) });
      at += length;
    }
  }
  const all = (number: number) => fields.filter((field) => field.number === number).map(({ value }) => value);
  return {
    has: (number: number) => all(number).length > 0,
    all: (number: number) => all(number) as Buffer[],
    bytes: (number: number) => (all(number)[0] as Buffer | undefined) ?? Buffer.alloc(0),
    int: (number: number) => (all(number)[0] as bigint | undefined) ?? 0n,
  };
}
