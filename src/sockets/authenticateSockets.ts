import type { Accounts } from '../accounts/accounts';
import { errorText } from '../errors';
import { asAppError } from '../middlewares/asAppError';
import { chooseLanguage } from '../shared/language';
import type { ChatServer } from './server';

/**
 * Lets in only who holds an access token (`auth: {token}`); the refusal carries a code and a text. `auth.language` says in
 * which language the reader wants to be told things, where that is not the browser's.
 */
export function authenticateSockets(server: ChatServer, accounts: Accounts, isMigrated: () => boolean): void {
  server.use((socket, next) => {
    const { token, language: wanted } = socket.handshake.auth as Record<string, unknown>;
    const language = chooseLanguage(
      typeof wanted === 'string' ? wanted : socket.handshake.headers['accept-language'],
    );
    const admit = async () => {
      const claims = accounts.claimsOf(typeof token === 'string' ? token : '');
      socket.data = { actor: await accounts.recheck(claims), claims, language };
    };
    if (!isMigrated()) {
      next(refusal('migrations_pending', language));
      return;
    }
    admit().then(
      () => next(),
      (error: unknown) => next(refusal(asAppError(error).code, language)),
    );
  });
}

function refusal(code: Parameters<typeof errorText>[0], language: Parameters<typeof errorText>[1]): Error {
  const message = errorText(code, language);
  return Object.assign(new Error(message), { data: { code, message } });
}
