import { randomUUID } from 'node:crypto';
import type { Accounts } from '../accounts/accounts';
import type { CallLog } from '../audit/calls/callLog';
import { AppError, errorText } from '../errors';
import { withRequestContext } from '../logging/requestContext';
import { asAppError } from '../middlewares/asAppError';
import { chooseLanguage } from '../shared/language';
import type { Language } from '../shared/problem';
import type { ChatServer, ChatSocket } from './server';

/**
 * Lets in only who holds an access token (`auth: {token}`); the refusal carries a code and a text. `auth.language` says in
 * which language the reader wants to be told things, where that is not the browser's. Who was let in is recorded first; who was
 * not is counted by address.
 */
export function authenticateSockets(
  server: ChatServer,
  { accounts, calls, isMigrated }: { accounts: Accounts; calls: CallLog; isMigrated: () => boolean },
): void {
  const admit = async (socket: ChatSocket, language: Language): Promise<void> => {
    if (!isMigrated()) throw new AppError('migrations_pending');
    const startedAt = new Date();
    const { token } = socket.handshake.auth as Record<string, unknown>;
    const claims = accounts.claimsOf(typeof token === 'string' ? token : '');
    const actor = await accounts.recheck(claims);
    const ms = Date.now() - startedAt.getTime();
    await calls.served({ name: 'socket connect', employeeId: actor.id, startedAt, ms });
    socket.data = { actor, claims, language };
  };

  server.use((socket, next) => {
    const { language: wanted } = socket.handshake.auth as Record<string, unknown>;
    const language = chooseLanguage(
      typeof wanted === 'string' ? wanted : socket.handshake.headers['accept-language'],
    );
    void withRequestContext({ requestId: randomUUID(), language }, () =>
      admit(socket, language).then(
        () => next(),
        async (error: unknown) => {
          const { code } = asAppError(error);
          await calls.refused({ name: 'socket connect', error: code, address: socket.handshake.address });
          next(refusal(code, language));
        },
      ),
    );
  });
}

function refusal(code: Parameters<typeof errorText>[0], language: Language): Error {
  const message = errorText(code, language);
  return Object.assign(new Error(message), { data: { code, message } });
}
