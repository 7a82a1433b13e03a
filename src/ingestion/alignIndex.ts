import { isDeepStrictEqual } from 'node:util';
import { audiencePrincipals } from '../policies/documentAccess';
import type { Audience } from '../shared/documents';
import { exclusively } from '../storage/database/exclusively';
import type { DocumentProperties } from '../storage/searchIndex/searchIndex';
import type { IngestionDependencies } from './dependencies';

type Needed = Pick<IngestionDependencies, 'database' | 'repositories' | 'searchIndex'>;

/** What the index keeps of a document, from its row. */
export function indexedProperties(
  row: Omit<DocumentProperties, 'audience'> & { audience: Audience },
): DocumentProperties {
  const { title, docType, audience, productCodes, validFrom, validTo, version, current } = row;
  return {
    title,
    docType,
    audience: audiencePrincipals(audience),
    productCodes,
    validFrom,
    validTo,
    version,
    current,
  };
}

/**
 * Writes into the index what the row of a document says. Of those who write of one document at a time each waits for the
 * one before and reads the row then, so that nobody undoes with what he read earlier what another has written since.
 * @returns what `write` was given; null for a document that is gone or never came in.
 */
export function writeByRow(
  documentId: string,
  { database, repositories }: Needed,
  write: (properties: DocumentProperties | null) => Promise<void>,
): Promise<DocumentProperties | null> {
  return exclusively(database, `index of ${documentId}`, async () => {
    const state = await repositories.documentVersions.state(documentId);
    const properties = state?.expected ? indexedProperties(state) : null;
    await write(properties);
    return properties;
  });
}

/**
 * Makes the index say of a document what its row says: nothing for one that is gone or never came in.
 * @param written what the index says for sure.
 */
export async function alignDocument(
  documentId: string,
  needed: Needed,
  written: DocumentProperties | null = null,
): Promise<void> {
  const { searchIndex } = needed;
  await writeByRow(documentId, needed, async (properties) => {
    if (!properties) await searchIndex.removeDocument(documentId);
    else if (!isDeepStrictEqual(properties, written))
      await searchIndex.updateDocument(documentId, properties);
  });
}
