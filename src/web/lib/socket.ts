import i18next from 'i18next';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../../shared/chat';
import { currentAccessToken, noteRefusal, refreshSession, sessionStore } from './session';
import { createStore, useStore } from './store';

/** `connecting` until the first connection stands; `reconnecting` while one that was lost or refused is tried. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting';

const longestPauseMs = 30_000;

const connectionStore = createStore<ConnectionState>('connecting');

/** The one connection of this page; it stands while somebody is signed in. */
export const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
  autoConnect: false,
  // A WebSocket at once; polling only where a proxy allows nothing else.
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  auth: (give) => give({ token: currentAccessToken(), language: i18next.language }),
});

export function useConnection(): ConnectionState {
  return useStore(connectionStore);
}

/** Gives up a connection over which no answer came: it may be dead for up to a minute before anybody is told. */
export function dropConnection(): void {
  if (socket.connected) socket.io.engine.close();
}

/** Does not wait for the next try, which may be some seconds away. */
function connectNow(): void {
  if (isSignedIn() && !socket.connected) socket.disconnect().connect();
}

/** Ties the connection to the session, for the life of the page. */
export function startSocket(): void {
  let refusals = 0;
  sessionStore.subscribe(followSession);
  socket.on('connect', () => {
    refusals = 0;
    connectionStore.set('connected');
  });
  socket.on('disconnect', () => {
    if (!isSignedIn()) return;
    connectionStore.set('reconnecting');
    connectAgainWhenRefused();
  });
  socket.on('connect_error', (error) => {
    // What the server said no with; without one it was not reached.
    const { data } = error as Error & { data?: { code?: string } };
    if (data?.code) noteRefusal(data.code);
    connectionStore.set('reconnecting');
    connectAgainWhenRefused();
  });
  // That the network has gone is seen by the library, which closes the connection then.
  window.addEventListener('online', connectNow);

  /** The client retries by itself (`socket.active`) unless the server said no: then the token may be too old. */
  function connectAgainWhenRefused(): void {
    if (socket.active) return;
    const pauseMs = refusals === 0 ? 0 : Math.min(longestPauseMs, 500 * 2 ** refusals);
    refusals += 1;
    setTimeout(() => void connectWithNewToken(), pauseMs);
  }

  async function connectWithNewToken(): Promise<void> {
    try {
      if (isSignedIn() && (await refreshSession())) socket.connect();
    } catch {
      // The server cannot be reached: the next try, after a longer pause, may.
      connectAgainWhenRefused();
    }
  }
}

function isSignedIn(): boolean {
  return sessionStore.get().status === 'signedIn';
}

let connectedEmployeeId: number | undefined;

function followSession(): void {
  const session = sessionStore.get();
  if (session.status === 'signedIn') {
    // A refresh keeps the connection that stands; another person gets a new one.
    if (connectedEmployeeId !== session.employee.id) socket.disconnect();
    connectedEmployeeId = session.employee.id;
    if (!socket.connected) socket.connect();
  } else if (session.status !== 'restoring' && session.status !== 'unreachable') {
    // Also while a second factor is owed: nothing is sent meanwhile, and a new connection catches up.
    connectedEmployeeId = undefined;
    socket.disconnect();
    connectionStore.set('connecting');
  }
}
