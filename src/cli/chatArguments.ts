import { parseArgs } from 'node:util';
import { readEnv } from '../env';

export interface ChatArguments {
  question: string;
  url: string;
  email: string;
  password: string;
}

const usage = 'usage: npm run chat -- "질문" [--url http://127.0.0.1:3000] [--email …] [--password …]';

/** What the terminal client is told; without more than a question it asks the demo server of this machine as its rep. */
export function readChatArguments(given: string[]): ChatArguments {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      url: { type: 'string', default: `http://127.0.0.1:${readEnv().port}` },
      email: { type: 'string', default: 'rep.demo@narupharma.example' },
      password: { type: 'string', default: 'narutalk-demo' },
    },
  });
  const question = positionals.join(' ').trim();
  if (question === '') throw new Error(usage);
  return { question, ...values };
}
