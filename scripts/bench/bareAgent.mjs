// Child of turnCost.mjs and turnRate.mjs: LangChain's agent alone, streamed as messages and updates, with a tool that answers at once.
import { createRequire } from 'node:module';
import { atRate } from './atRate.mjs';
import { serveParent } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { tool } = require('@langchain/core/tools');
const { createAgent } = require('langchain');
const { z } = require('zod');
const { createChatModel } = require('../../dist/llm/chatModel.js');

const model = createChatModel({
  chatModel: { apiKey: 'scripted', baseUrl: process.argv[2], model: 'scripted-model' },
});
const search = tool(async () => '나루시럽은 2℃에서 8℃ 사이의 냉장고에 보관한다.', {
  name: 'search_documents',
  description: 'Searches documents.',
  schema: z.object({ query: z.string() }),
});
const agent = createAgent({ model, tools: [search] });

async function answerOne() {
  const messages = [{ role: 'user', content: '보관 온도가 어떻게 되나요?' }];
  const stream = await agent.stream({ messages }, { streamMode: ['messages', 'updates'] });
  for await (const _part of stream);
}

serveParent(
  {},
  {
    async turns(count) {
      for (let turn = 0; turn < count; turn += 1) await answerOne();
    },
    /** `count` turns, `perSecond` of them, whether the ones before have ended or not. @returns their milliseconds. */
    async atRate({ count, perSecond }) {
      const latencies = [];
      const seconds = await atRate({ count, perSecond }, async () => {
        const began = performance.now();
        await answerOne();
        latencies.push(performance.now() - began);
      });
      return { latencies, seconds };
    },
  },
);
