import type { RunningServer } from './startServer';

/** Tells whoever started the program where it is and how to get in. */
export function printBanner({ env, url, services, demoSignIns }: RunningServer): void {
  if (url === null) return console.log('NaruTalk worker is running.');
  console.log(`NaruTalk is running: ${url}`);
  if (!env.setupToken || env.demo)
    console.log(`set-up link (first admin): ${url}/setup#token=${services.setupToken}`);
  for (const { role, email, password } of demoSignIns)
    console.log(`demo sign-in: ${role} ${email} ${password}`);
  console.log('Ctrl-C ends it.');
}
