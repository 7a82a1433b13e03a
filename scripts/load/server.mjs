// Child of the load driver: one server process, with what is measured inside it.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { serveParent } from '../bench/benchChild.mjs';
import { usedHeap } from '../bench/usedHeap.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../dist/start/startServer.js');
const { accessTokenKey, issueAccessToken } = require('../../dist/accounts/accessToken.js');

/** Milliseconds a sign-in lasts: longer than any load. */
const sessionMs = 86_400_000;

const env = JSON.parse(process.argv[2]);
const server = await startServer(env, () => {});

serveParent(
  { url: server.url },
  {
    usedHeap,
    /**
     * Registers reps who are signed in, without passwords: making those would take longer than the load.
     * @returns their access tokens.
     */
    async people({ count, prefix }) {
      const { repositories } = server.services;
      const key = accessTokenKey(env.authSecret);
      const expiresAt = new Date(Date.now() + sessionMs);
      const people = Array.from({ length: count }, (_, at) => ({
        employeeNo: `${prefix}${at}`,
        name: `사람 ${at}`,
        email: `${prefix}${at}@load.example`,
        role: 'rep',
        team: null,
        passwordHash: null,
      }));
      const tokens = [];
      for (const person of people) {
        const { id: employeeId, tokenVersion } = await repositories.people.create(person);
        const session = {
          id: randomUUID(),
          employeeId,
          tokenHash: randomUUID(),
          expiresAt,
          userAgent: 'load',
        };
        await repositories.sessions.create(session);
        tokens.push(issueAccessToken(key, { employeeId, tokenVersion, sessionId: session.id }));
      }
      return { tokens };
    },
  },
  () => server.close(),
);
