// The general set: encyclopedic paragraphs that have nothing to do with the trade, one chunk each, and questions on them. It
// keeps the ranking from being fitted to one kind of text.
import path from 'node:path';
import { readLines } from './readLines.mjs';

const folder = path.resolve('samples', 'evaluation', 'general');

/** The same shape as the set of the samples; the kind of a question stands in its id. */
export function loadGeneralSet() {
  const chunks = readLines(path.join(folder, 'paragraphs.jsonl')).map(({ id, title, text }) => ({
    chunkId: id,
    documentId: id.split('-')[0],
    ordinal: Number(id.split('-')[1]),
    parentId: id,
    title,
    docType: 'reference',
    heading: '',
    text,
    page: null,
    charStart: 0,
    charEnd: text.length,
    audience: ['everyone'],
    productCodes: [],
    validFrom: null,
    validTo: null,
    version: 1,
    current: true,
  }));
  const questions = readLines(path.join(folder, 'questions.jsonl')).map((question) => ({
    ...question,
    kind: question.id.split('-')[0],
    // Any of them answers alone.
    answers: question.answers.length > 0 ? [question.answers] : [],
    swapped: [],
  }));
  return { name: 'general', chunks, questions };
}
