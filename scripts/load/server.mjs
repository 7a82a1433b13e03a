// Child of the load driver: one server process, with what is measured inside it.
import { createRequire } from 'node:module';
import { serveParent } from '../bench/benchChild.mjs';
import { usedHeap } from '../bench/usedHeap.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../dist/start/startServer.js');
const { accessTokenKey, issueAccessToken } = require('../../dist/accounts/accessToken.js');

const env = JSON.parse(process.argv[2]);
const server = await startServer(env, () => {});

serveParent(
  { url: server.url },
  {
    usedHeap,
    /** Registers reps, without passwords: making those would take longer than the load. @returns their access tokens. */
    async people({ count, prefix }) {
      const key = accessTokenKey(env.authSecret);
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
        const { id, tokenVersion } = await server.services.repositories.people.create(person);
        tokens.push(issueAccessToken(key, { employeeId: id, tokenVersion }));
      }
      return { tokens };
    },
  },
  () => server.close(),
);
