import { readEnv } from './env';
import { createLogger } from './logging/logger';
import { printBanner } from './start/banner';
import { errorToSay } from './start/errorToSay';
import { endOnUncaught } from './start/lastResort';
import { startServer } from './start/startServer';

/** Start: settings, data folder, database, migrations, samples, then HTTP, sockets and jobs; shutdown in order. */
async function main(): Promise<void> {
  const env = readEnv();
  endOnUncaught(createLogger(env.logLevel));
  const server = await startServer(env);
  printBanner(server);
  let closing = false;
  const shutDown = () => {
    // npm forwards a signal that the terminal has sent already: the second one changes nothing.
    if (closing) return;
    closing = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', shutDown);
  process.on('SIGTERM', shutDown);
}

main().catch((error: unknown) => {
  console.error(errorToSay(error));
  process.exit(1);
});
