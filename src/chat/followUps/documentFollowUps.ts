import { brandFamily } from '../../analytics/linkNames/nameForms';
import { linkQuestions } from '../../analytics/linkNames/linkNames';
import type { AskedQuestion } from '../../analytics/understand/thread';
import type { ChunkRepository } from '../../repositories/chunks';
import type { NameDirectory } from '../../retrieval/nameDirectory';
import type { Language } from '../../shared/problem';
import { offerReadTimeoutMs } from '../readInTime';
import type { AnsweredTurn } from './askedTurn';
import { type DocumentOffer, hasPassages } from './hasPassages';
import { sectionQuestions } from './sectionQuestions';

/** Questions that are tried: each costs a search. */
const mostTried = 6;

export interface DocumentParts {
  chunks: Pick<ChunkRepository, 'headings'>;
  /** The names a question may use. */
  names: () => Promise<NameDirectory>;
}

/**
 * Questions that could follow what documents said: the other sections of the document cited first, or what is written of the one
 * product that figures were of. Each is searched for as if it had been asked next: what has no sure evidence is left out.
 */
export function createDocumentFollowUps(parts: DocumentParts) {
  return async function* (turn: AnsweredTurn): AsyncGenerator<string> {
    const { actor, asked, now, signal, readAs, reads } = turn;
    const directory = await parts.names();
    const offers = (await offersAfter(turn, parts.chunks, directory)).slice(0, mostTried);
    if (offers.length === 0) return;
    const questions = [...asked, ...offers].map(({ question }) => question);
    const names = await readAs(actor.id, (query) => linkQuestions(questions, query), {
      timeoutMs: offerReadTimeoutMs,
      signal,
    });
    const earlier = asked.map((before, at): AskedQuestion => ({ ...before, names: names[at]! }));
    const search = (request: { query: string; topK: number }) => reads.searchPassages(request);
    for (const [at, offer] of offers.entries()) {
      const linked = names[asked.length + at]!;
      const asking = { actor, now, names: linked, earlier, directory, search };
      if (await hasPassages(offer, asking)) yield offer.question;
    }
  };
}

/** What people ask of a product beside its figures. */
const aboutProduct = {
  ko: ['급여 기준', '용법 용량', '이상반응'],
  en: ['reimbursement criteria', 'dosage', 'adverse reactions'],
};

/** Those of them that are many. */
const pluralTopics = new Set(['reimbursement criteria', 'adverse reactions']);

async function offersAfter(
  { citations, tables, asked, language }: AnsweredTurn,
  chunks: DocumentParts['chunks'],
  directory: NameDirectory,
): Promise<DocumentOffer[]> {
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
  return productQuestions(product, language, last);
}

/** What people ask of a product, without what the question before it has asked. */
export function productQuestions(product: string, language: Language, before = ''): DocumentOffer[] {
  return aboutProduct[language]
    .filter((topic) => !before.includes(topic))
    .map((topic) => ({
      question:
        language === 'ko'
          ? `${product} ${topic} 알려줘`
          : `What ${pluralTopics.has(topic) ? 'are' : 'is'} the ${topic} of ${product}?`,
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
