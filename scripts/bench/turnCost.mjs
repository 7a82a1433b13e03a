import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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
  const whole = await child('turnServer.mjs', model.url);
  const bare = await child('bareAgent.mjs', model.url);
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

async function child(file, modelUrl) {
  const process = fork(fileURLToPath(new URL(file, import.meta.url)), [modelUrl]);
  const ask = async (message) => {
    process.send(message);
    const [answer] = await once(process, 'message');
    return answer;
  };
  const [ready] = await once(process, 'message');
  return {
    ready,
    ask,
    async cpuOf(work) {
      const before = await ask({ cpu: true });
      await work();
      return (await ask({ cpu: true })) - before;
    },
    async end() {
      process.send({ end: true });
      await once(process, 'exit');
    },
  };
}
