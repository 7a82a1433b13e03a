import { createRequire } from 'node:module';
import { openInstallation } from '../load/installation.mjs';
import { startChild } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { startScriptedModel } = require('../../dist/test/scriptedModel/scriptedModel.js');

/**
 * Runs `work` with a scripted model in this process, an installation of so many server processes that ask it, and clients
 * in a process of their own; all is taken down again.
 */
export async function withLoad({ nodes = 1, node = {} }, work) {
  const model = await startScriptedModel();
  const installation = await openInstallation({
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
  });
  const clients = await startClients();
  try {
    for (let at = 0; at < nodes; at += 1) await installation.startNode(node);
    return await work({ model, installation, clients });
  } finally {
    await clients.end();
    await installation.close();
    await model.close();
  }
}

/** The clients of the load driver. */
export function startClients() {
  return startChild(new URL('../load/clients.mjs', import.meta.url).href);
}

/** `count` words of a few letters, with the space after each: what a model streams, one a token. */
export function wordsOf(count) {
  return Array.from({ length: count }, (_, at) => `낱말${at % 100} `);
}

/** What the driver found, on one line: what follows the semicolon should be 0. */
export function inWords({ clients, chats, events, completed, refusedResumes, ...faults }) {
  const found = Object.entries(faults).map(([name, count]) => `${count} ${wordsFor[name] ?? name}`);
  const come = `${clients} clients, ${chats} chats, ${events} events, ${completed} answers whole`;
  return `${come}; ${found.join(', ')}${refusedResumes ? `; ${refusedResumes} resumes refused, asked again` : ''}`;
}

const wordsFor = {
  lost: 'lost',
  doubled: 'doubled',
  outOfOrder: 'out of order',
  altered: 'altered',
  gaps: 'gaps in the numbers',
  unended: 'turns without an end',
  wrongTexts: 'wrong texts',
};
