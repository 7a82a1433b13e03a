import { lazy, Suspense, useLayoutEffect } from 'react';
import { sessionStore, useSession } from '../../lib/session';
import { useOnce } from '../../lib/useOnce';

/** Few lose a session, and none before they have one: the form and what checks it come when they are needed. */
const SignInAgain = lazy(async () => ({ default: (await import('./signInAgain')).SignInAgain }));

/** Lets whoever has lost the session sign in over the page. Stands before every dialog, so that none of them hears the keys first. */
export function LostSession() {
  const { status } = useSession();
  const wasLost = useOnce(status === 'expired');
  useEscapeForNobody();
  return <Suspense>{wasLost && <SignInAgain />}</Suspense>;
}

/** Dialogs below would close, with what was typed in them: they listen at the window, so this has to listen there before them. */
function useEscapeForNobody(): void {
  useLayoutEffect(() => {
    window.addEventListener('keydown', keepEscape, { capture: true });
    return () => window.removeEventListener('keydown', keepEscape, { capture: true });
  }, []);
}

function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && sessionStore.get().status === 'expired') event.stopImmediatePropagation();
}
