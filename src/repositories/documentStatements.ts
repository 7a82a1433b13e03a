/** A document `n` that may be cited once its dates allow: it was fully in the index, is approved, and stays. */
const isEstablished = (n: string) =>
  `${n}.indexed_at IS NOT NULL AND ${n}.approved_at IS NOT NULL AND ${n}.status <> 'deleting'`;

/** Today in Korea, which validity dates mean. */
const today = `(now() AT TIME ZONE 'Asia/Seoul')::date`;

/**
 * Whether a newer version has taken the place of `d`. One that is valid only from a later day has not yet: until then both
 * stand side by side, parted by their dates (see `lastCitableDay`).
 */
export const isSuperseded = `EXISTS (
  SELECT FROM documents n WHERE n.series_id = d.series_id AND n.version > d.version AND ${isEstablished('n')}
    AND coalesce(n.valid_from, '-infinity') <= ${today})`;

/** The key of the version that follows `d`. */
export const successorId = `(
  SELECT n.id FROM documents n WHERE n.series_id = d.series_id AND n.version > d.version AND ${isEstablished('n')}
  ORDER BY n.version LIMIT 1)`;

/** `valid_to`, but never a day on which a newer version is valid. */
const lastCitableDay = `LEAST(d.valid_to, (
  SELECT min(n.valid_from) - 1 FROM documents n
  WHERE n.series_id = d.series_id AND n.version > d.version AND ${isEstablished('n')}))`;

/**
 * Approved and not superseded. A version on its way into the index waits for its end where there is another to displace;
 * where there is none, its passages are found as they come.
 */
export const isCurrent = `(d.approved_at IS NOT NULL AND d.superseded_at IS NULL AND (d.indexed_at IS NOT NULL OR NOT EXISTS (
  SELECT FROM documents n WHERE n.series_id = d.series_id AND n.id <> d.id AND ${isEstablished('n')})))`;

/** What the index keeps of a document `d` beside its passages, but for the audience, which it keeps as principals. */
export const indexProperties = `d.title, d.doc_type AS "docType", d.audience, d.product_codes AS "productCodes",
  d.valid_from::text AS "validFrom", ${lastCitableDay}::text AS "validTo", d.version, ${isCurrent} AS current`;
