/**
 * Keeps the program for a start without a network. Browsers offer that on HTTPS and localhost only; a server in development
 * has nothing to keep.
 */
export function keepProgram(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without it the page works as before, with a network.
  navigator.serviceWorker
    .register('/sw.js')
    .catch((error: unknown) => console.warn('The program is not kept for a start offline.', error));
}
