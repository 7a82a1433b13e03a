import type { IndexedChunk, IndexQuery } from '../searchIndex';

/** Whether this reader may see the chunk, and whether it is of the kind and day asked for. */
export function chunkFilter(query: IndexQuery): (chunk: IndexedChunk) => boolean {
  const { principals, docTypes, productCodes, validOn, versions } = query;
  return (chunk) =>
    (versions === 'all' || chunk.current) &&
    (principals === null || overlaps(chunk.audience, principals)) &&
    (!docTypes?.length || docTypes.includes(chunk.docType)) &&
    (!productCodes?.length || overlaps(chunk.productCodes, productCodes)) &&
    (chunk.validFrom === null || chunk.validFrom <= validOn) &&
    (chunk.validTo === null || chunk.validTo >= validOn);
}

function overlaps(values: string[], wanted: string[]): boolean {
  return values.some((value) => wanted.includes(value));
}
