import { brandFamily } from '../../analytics/linkNames/nameForms';
import { linkQuestions } from '../../analytics/linkNames/linkNames';
import type { AskedQuestion } from '../../analytics/understand/thread';
import { understandQuestion } from '../../analytics/understand/understandQuestion';
import type { ChunkRepository } from '../../repositories/chunks';
import { hasEvidence } from '../../retrieval/evidence';
import type { NameDirectory } from '../../retrieval/nameDirectory';
import { standaloneQuestion } from '../../retrieval/standaloneQuestion';
import type { ReadAs } from '../../storage/database/database';
import type { AnsweredTurn } from './askedTurn';
import { sectionQuestions } from './sectionQuestions';

/** Milliseconds for the names of the questions. */
const linkTimeoutMs = 1_000;
/** Questions that are tried: each costs a search. */
const mostTried = 6;
/** Passages looked at: the answer has to stand among the first. */
const passagesRead = 5;

export interface DocumentParts {
  readAs: ReadAs;
  chunks: Pick<ChunkRepository, 'headings'>;
  /** The names a question may use. */
  names: () => Promise<NameDirectory>;
}

interface Offer {
  question: string;
  /** The document that is to answer it; null: any. */
  documentId: string | null;
}

/**
 * Questions that could follow what documents said: the other sections of the document cited first, or what is written of the one
 * product that figures were of. Each is searched for as if it had been asked next: what has no sure evidence is left out.
 */
export function createDocumentFollowUps(parts: DocumentParts) {
  return async function* (turn: AnsweredTurn): AsyncGenerator<string> {
    const { actor, asked, now, signal, reads } = turn;
    const directory = await parts.names();
    const offers = (await offersAfter(turn, parts.chunks, directory)).slice(0, mostTried);
    if (offers.length === 0) return;
    const questions = [...asked, ...offers].map(({ question }) => question);
    const names = await parts.readAs(actor.id, (query) => linkQuestions(questions, query), {
      timeoutMs: linkTimeoutMs,
      signal,
    });
    const earlier = asked.map((before, at): AskedQuestion => ({ ...before, names: names[at]! }));
    for (const [at, { question, documentId }] of offers.entries()) {
      const { intent, askBack, searchQuery } = understandQuestion(question, {
        ...{ names: names[asked.length + at]!, now, employee: actor, earlier },
      });
      if (intent !== 'documents' || askBack || searchQuery !== question) continue;
      const standalone = standaloneQuestion(
        question,
        asked.map((before) => before.question),
        directory,
      );
      if (standalone !== question) continue;
      const { passages, evidence } = await reads.searchPassages({ query: question, topK: passagesRead });
      const isThere = documentId === null || passages.some((passage) => passage.documentId === documentId);
      if (hasEvidence(evidence) && isThere) yield question;
    }
  };
}

/** What people ask of a product beside its figures. */
const aboutProduct = {
  ko: ['급여 기준', '용법 용량', '이상반응'],
  en: ['reimbursement criteria', 'dosage', 'adverse reactions'],
};

async function offersAfter(
  { citations, tables, asked, language }: AnsweredTurn,
  chunks: DocumentParts['chunks'],
  directory: NameDirectory,
): Promise<Offer[]> {
  const [cited] = citations;
  if (cited) {
    const { documentId, title, chunkId } = cited;
    const headings = await chunks.headings(documentId, chunkId);
    return sectionQuestions(title, headings, { language, directory }).map((question) => ({
      question,
      documentId,
    }));
  }
  const product = productOf(tables);
  if (!product) return [];
  const last = asked[asked.length - 1]!.question;
  return aboutProduct[language]
    .filter((topic) => !last.includes(topic))
    .map((topic) => ({
      question: language === 'ko' ? `${product} ${topic} 알려줘` : `What is the ${topic} of ${product}?`,
      documentId: null,
    }));
}

/** The brand of the one product that figures were of, as far as their title names it. */
function productOf(tables: AnsweredTurn['tables']): string | null {
  const query = tables[tables.length - 1]?.query?.query as { filters?: { products?: unknown } } | undefined;
  const title = tables[tables.length - 1]?.title ?? '';
  const [name] = title.split(' · ');
  return query?.filters?.products && name ? brandFamily(name) : null;
}
