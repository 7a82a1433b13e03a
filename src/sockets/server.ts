import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { AccessClaims } from '../accounts/accessToken';
import { isFromOtherSite } from '../middlewares/otherSites';
import { securityHeaders } from '../middlewares/securityHeaders';
import type { Actor } from '../policies/actor';
import type { ClientToServerEvents, ServerToClientEvents } from '../shared/chat';
import type { Language } from '../shared/problem';

/** Who a socket belongs to. */
export interface SocketData {
  actor: Actor;
  /** What the token said that the socket was opened with: the person is looked up again at each event. */
  claims: AccessClaims;
  language: Language;
}

type NoEvents = Record<string, never>;
export type ChatServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
export type ChatSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

/** Bytes of one message: a question that is too long must reach the handler to be refused with words. */
const maximumMessageBytes = 4 * 1024 * 1024;

/**
 * The socket server on an HTTP server.
 * @param publicUrl where browsers find this program, where that is set.
 */
export function createSocketServer(http: HttpServer, publicUrl?: string): ChatServer {
  const server: ChatServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: maximumMessageBytes,
    // Text of a chat is small; deflate would cost each idle socket ten times its memory (measured: 245 against 26 KiB).
    perMessageDeflate: false,
    // The page comes from this server; other origins have no business here.
    cors: { origin: false },
    // Which a WebSocket does not ask about: its handshake is refused here.
    allowRequest: (request, answer) => answer(null, !isFromOtherSite(request.headers, publicUrl)),
  });
  // What is polled is answered beside Express.
  server.engine.use(securityHeaders());
  return server;
}
