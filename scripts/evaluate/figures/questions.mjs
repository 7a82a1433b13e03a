import { createHash } from 'node:crypto';
import path from 'node:path';
import { readLines } from '../readLines.mjs';

const folder = path.resolve('samples', 'evaluation');

/** The files of questions, with what is said of each set. */
export const sets = [
  { name: 'ko', file: 'figures-ko.jsonl' },
  { name: 'en', file: 'figures-en.jsonl' },
  { name: 'refusals', file: 'figures-refusals.jsonl' },
];

/**
 * Every question, each with its set, its half and its golds. A question with `after` goes on from that one.
 * The halves part whole conversations by their id: `dev` may be looked at by whoever improves the planner, `held-out` not.
 */
export function loadQuestions() {
  const all = sets.flatMap(({ name, file }) =>
    readLines(path.join(folder, file)).map((question) => ({ ...question, set: name })),
  );
  const byId = new Map(all.map((question) => [question.id, question]));
  if (byId.size < all.length) throw new Error('two questions have one id');
  return all.map(({ gold, ...question }) => ({
    ...question,
    golds: question.golds ?? (gold ? [gold] : []),
    half: halfOf(firstOf(question, byId)),
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

function firstOf({ id, after }, byId) {
  return after ? firstOf(byId.get(after), byId) : id;
}

function halfOf(id) {
  return createHash('sha256').update(id).digest()[0] % 2 === 0 ? 'dev' : 'held-out';
}
