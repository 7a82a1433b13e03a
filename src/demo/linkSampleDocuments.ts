import type { Repositories } from '../repositories/repositories';
import { progressLine, type Report } from './progressLine';

/**
 * Says of the sample company's contacts which documents they made use of, and of its large customers that the price notices
 * concern them. Only of contacts from `since` on, so that a link somebody took back stays away; null: of all.
 */
export async function linkSampleDocuments(
  since: string | null,
  { companyData }: Repositories,
  report: Report,
): Promise<void> {
  const progress = progressLine(report, 'documents used in contacts');
  const links = await companyData.addDocumentLinks(since);
  progress.done(`${links} links`);
}
