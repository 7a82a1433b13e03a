import path from 'node:path';
import { readLines } from '../readLines.mjs';

const folder = path.resolve('samples', 'evaluation');

const sets = [
  { name: 'ko', file: 'figures-ko.jsonl' },
  { name: 'en', file: 'figures-en.jsonl' },
  { name: 'refusals', file: 'figures-refusals.jsonl' },
];

/** Every question of the samples, each with its set and its golds: none where any figure would be wrong. */
export function loadQuestions() {
  const all = sets.flatMap(({ name, file }) =>
    readLines(path.join(folder, file)).map((question) => ({ ...question, set: name })),
  );
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) throw new Error('two questions have one id');
  return all.map(({ gold, ...question }) => ({
    ...question,
    golds: question.golds ?? (gold ? [gold] : []),
  }));
}

/** Questions in the order of their conversations: [[first, second, ...], ...]. */
export function conversationsOf(questions) {
  const conversations = new Map();
  for (const question of questions) {
    const before = question.after && conversations.get(question.after);
    if (question.after && !before)
      throw new Error(`${question.id} goes on from ${question.after}, which is not before it`);
    const conversation = before ?? [];
    conversation.push(question);
    conversations.set(question.id, conversation);
  }
  return [...new Set(conversations.values())];
}
