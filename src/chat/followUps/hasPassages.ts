import type { LinkedNames } from '../../analytics/linkNames/linkedNames';
import type { AskedQuestion } from '../../analytics/understand/thread';
import { understandQuestion } from '../../analytics/understand/understandQuestion';
import type { Actor } from '../../policies/actor';
import { hasEvidence } from '../../retrieval/evidence';
import type { PassageAnswer } from '../../retrieval/hybridSearch';
import type { NameDirectory } from '../../retrieval/nameDirectory';
import { standaloneQuestion } from '../../retrieval/standaloneQuestion';

/** Passages looked at: the answer has to stand among the first. */
const passagesRead = 5;

/** A question that could be offered. */
export interface DocumentOffer {
  question: string;
  /** The document that is to answer it; null: any. */
  documentId: string | null;
}

interface Asking {
  actor: Actor;
  now: Date;
  /** The names in the question. */
  names: LinkedNames;
  /** What was asked before it in the chat. */
  earlier: AskedQuestion[];
  /** The names a question may use. */
  directory: NameDirectory;
  /** Searches as the person who would ask. */
  search: (request: { query: string; topK: number }) => Promise<Pick<PassageAnswer, 'passages' | 'evidence'>>;
}

/** Whether the program would search for a question as it stands and find sure evidence for the person who asks it. */
export async function hasPassages(
  { question, documentId }: DocumentOffer,
  { actor, now, names, earlier, directory, search }: Asking,
): Promise<boolean> {
  const understood = understandQuestion(question, { names, now, employee: actor, earlier });
  const { intent, askBack, searchQuery } = understood;
  if (intent !== 'documents' || askBack || searchQuery !== question) return false;
  const before = earlier.map((asked) => asked.question);
  if (standaloneQuestion(question, before, directory) !== question) return false;
  const { passages, evidence } = await search({ query: question, topK: passagesRead });
  const isThere = documentId === null || passages.some((passage) => passage.documentId === documentId);
  return hasEvidence(evidence) && isThere;
}
