import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { startScriptedModel } = require('../../dist/test/scriptedModel/scriptedModel.js');
const { callsTools, says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');
const { openChat } = require('../../dist/test/chatClient.js');

const words = Array.from({ length: 60 }, (_, at) => `낱말${at} `).join('');

/**
 * CPU of a turn with one tool call and 60 streamed chunks, stored, traced and sent through a socket, against the same
 * agent called bare. Both ask the same scripted endpoint in this process, which answers at once; each runs in a process
 * of its own whose CPU time alone is counted, the embedded database's thread included.
 */
export async function measureTurn({ rounds, turns }) {
  const model = await startScriptedModel();
  model.otherwise((request) =>
    request.messages.at(-1).role === 'tool'
      ? says(words, { chunks: 60 })
      : callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } }),
  );
  const whole = await startChild('turnServer.mjs', { args: [model.url] });
  const bare = await startChild('bareAgent.mjs', { args: [model.url] });
  const chat = await openChat(whole.ready.url, whole.ready.token);
  const ratios = [];
  const wholeMs = [];
  const bareMs = [];
  for (let round = 0; round <= rounds; round += 1) {
    const wholeCpu = await whole.cpuOf(async () => {
      for (let turn = 0; turn < turns; turn += 1) await chat.ask('보관 온도가 어떻게 되나요?');
    });
    const bareCpu = await bare.cpuOf(() => bare.ask({ turns }));
    if (round === 0) continue; // warm-up
    ratios.push(wholeCpu / bareCpu);
    wholeMs.push(wholeCpu / turns);
    bareMs.push(bareCpu / turns);
  }
  chat.close();
  await whole.end();
  await bare.end();
  await model.close();
  return {
    'turn through the socket / bare agent, CPU': rounded(median(ratios)),
    'turn through the socket, CPU ms': rounded(median(wholeMs), 1),
    'bare agent, CPU ms': rounded(median(bareMs), 1),
  };
}
