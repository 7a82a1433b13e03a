import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { startScriptedModel } = require('../../dist/test/scriptedModel/scriptedModel.js');
const { callsTools, says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');
const { openChat } = require('../../dist/test/chatClient.js');

const words = Array.from({ length: 60 }, (_, at) => `낱말${at} `).join('');

/**
 * CPU of a turn with full audit (spans, proofs, hashes of events, seals) against the same turn in a server whose audit was taken out
 * (see `turnServer.mjs`), the embedded database's thread included. The two take turns, so that what else the machine does meets both.
 * Then how fast the audit that this has left is verified.
 */
export async function measureAudit({ rounds, turns }) {
  const model = await startScriptedModel();
  model.otherwise((request) =>
    request.messages.at(-1).role === 'tool'
      ? says(words, { chunks: 60 })
      : callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } }),
  );
  const servers = {
    audited: await startChild('turnServer.mjs', { args: [model.url] }),
    bare: await startChild('turnServer.mjs', { args: [model.url, 'without-audit'] }),
  };
  const chats = {
    audited: await openChat(servers.audited.ready.url, servers.audited.ready.token),
    bare: await openChat(servers.bare.ready.url, servers.bare.ready.token),
  };
  const cpuOf = (name) =>
    servers[name].cpuOf(async () => {
      for (let turn = 0; turn < turns; turn += 1) await chats[name].ask('보관 온도가 어떻게 되나요?');
    });
  const ratios = [];
  const ms = { audited: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    // Each goes first in every other round.
    const order = round % 2 === 0 ? ['audited', 'bare'] : ['bare', 'audited'];
    const cpu = {};
    for (const name of order) cpu[name] = await cpuOf(name);
    if (round === 0) continue; // warm-up
    ratios.push(cpu.audited / cpu.bare);
    for (const name of order) ms[name].push(cpu[name] / turns);
  }
  const { rows, seconds, ok } = await servers.audited.ask({ verify: true });
  if (!ok) throw new Error('the audit does not verify');
  for (const chat of Object.values(chats)) chat.close();
  for (const server of Object.values(servers)) await server.end();
  await model.close();
  return {
    'turn with full audit / without, CPU (mark 1.10)': rounded(median(ratios)),
    'the rounds': ratios.map((ratio) => rounded(ratio)).join(', '),
    'turn with full audit, CPU ms': rounded(median(ms.audited), 1),
    'turn without, CPU ms': rounded(median(ms.bare), 1),
    'rows verified a second': Math.round(rows / seconds),
  };
}
