import { brandFamily } from '../../analytics/linkNames/nameForms';
import type { Actor } from '../../policies/actor';
import { readerPrincipals } from '../../policies/documentAccess';
import { mayReadNow } from '../../policies/readableDocument';
import type { ChunkRepository } from '../../repositories/chunks';
import type { DocumentRecord, createDocumentRepository } from '../../repositories/documents';
import type { NameDirectory } from '../../retrieval/nameDirectory';
import type { Language } from '../../shared/problem';
import { productQuestions } from '../followUps/documentFollowUps';
import type { DocumentOffer } from '../followUps/hasPassages';
import { sectionQuestions } from '../followUps/sectionQuestions';
import type { Situation } from './situation';

/** Documents looked at, the latest first, of those that the person may read. */
const listed = 20;
const lookedAt = 4;
/** Questions of one document: the next document may have a better one. */
const questionsOfOne = 2;

export interface DocumentRepositories {
  documents: Pick<ReturnType<typeof createDocumentRepository>, 'list'>;
  chunks: Pick<ChunkRepository, 'headings'>;
}

interface Asking {
  actor: Actor;
  language: Language;
  today: string;
  directory: NameDirectory;
}

/**
 * What a person could ask of documents, each place with questions of which the first that has an answer takes it: of the products
 * that are sold most, and of what was approved last.
 */
export async function documentSlots(
  { brands }: Situation,
  { documents, chunks }: DocumentRepositories,
  { actor, language, today, directory }: Asking,
): Promise<DocumentOffer[][]> {
  const principals = readerPrincipals(actor);
  const readableBy = principals ? { principals, today } : undefined;
  const found = await documents.list({ status: 'indexed', limit: listed, readableBy });
  const latest = found
    .filter((document) => stands(document) && mayReadNow(actor, document, today))
    .sort((one, other) => other.approvedAt!.getTime() - one.approvedAt!.getTime())
    .slice(0, lookedAt);
  const sections: DocumentOffer[] = [];
  for (const { id, title } of latest) {
    const questions = sectionQuestions(title, await chunks.headings(id, ''), { language, directory });
    sections.push(...questions.slice(0, questionsOfOne).map((question) => ({ question, documentId: id })));
  }
  const families = [...new Set(brands.map(brandFamily))].slice(0, questionsOfOne);
  return [families.flatMap((family) => productQuestions(family, language)), sections];
}

function stands({ approvedAt, supersededAt }: DocumentRecord): boolean {
  return approvedAt !== null && supersededAt === null;
}
