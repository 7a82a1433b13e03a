import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { ChatEvent, Citation, ClientToServerEvents, ServerToClientEvents } from '../shared/chat';
import type { CellValue, ResultTable } from '../shared/resultTable';
import type { LoginResponse } from '../shared/people';
import { readableText } from '../text/readableText';
import { readChatArguments, type ChatArguments } from './chatArguments';

/** `npm run chat -- "질문"`: asks one question from a terminal, through the same socket contract as the page. */
async function main(): Promise<void> {
  const given = readChatArguments(process.argv.slice(2));
  const { accessToken } = await signIn(given);
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(given.url, {
    auth: { token: accessToken },
    // As the page does: a WebSocket is one connection, long polling would need a cookie to stay with one of several servers.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  });
  try {
    await ask(socket, given.question);
  } finally {
    socket.disconnect();
  }
}

async function signIn({ url, email, password }: ChatArguments): Promise<LoginResponse> {
  const response = await fetch(new URL('/api/auth/login', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch((cause: unknown) => {
    throw new Error(`No server at ${url}: start one with npm start.`, { cause });
  });
  const body = z.looseObject({ detail: z.string().optional() }).parse(await response.json());
  if (!response.ok) throw new Error(body.detail ?? `sign-in failed with status ${response.status}`);
  return body as unknown as LoginResponse;
}

function ask(socket: Socket<ServerToClientEvents, ClientToServerEvents>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('chat:event', (event) => {
      show(event);
      if (event.type === 'turn-completed' || event.type === 'turn-stopped') resolve();
      if (event.type === 'turn-failed') reject(new Error(event.message));
    });
    socket.emit('chat:send', { clientMessageId: randomUUID(), text }, (answer) => {
      if (!answer.ok) reject(new Error(answer.error.message));
    });
  });
}

/** What a terminal would obey stands in no line of it: names and documents come from anybody. */
function write(text: string): void {
  process.stdout.write(readableText(text));
}

function show(event: ChatEvent): void {
  switch (event.type) {
    case 'step-started':
      process.stderr.write(`… ${event.label}\n`);
      break;
    case 'text-delta':
      write(event.text);
      break;
    case 'table':
      showTable(event);
      break;
    case 'citation':
      write(`\n[${event.number}] ${event.title}${pageOf(event)}: “${event.quote}”`);
      break;
    case 'turn-completed':
      process.stdout.write('\n');
      process.stderr.write(`(${event.usage.model})\n`);
      break;
    default: // what a terminal does not show
  }
}

function pageOf({ page }: Citation): string {
  return page === null ? '' : `, p.${page}`;
}

function showTable({ columns, rows, scope, definition }: ResultTable): void {
  console.table(
    rows.map((row) =>
      Object.fromEntries(columns.map(({ key, label }) => [readableText(label), readable(row[key])])),
    ),
  );
  write(`${scope} · ${definition}\n`);
}

function readable(cell: CellValue | undefined): CellValue | undefined {
  return typeof cell === 'string' ? readableText(cell) : cell;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
