/** "8월은요?" asks what "8월은?" does; 요 behind these is never part of a word. */
const politeEnd = /(?<=[가-힣a-z0-9)](?:은|는|도|만|으로|로|까지|부터))요(?=[\s?.!~]*$)/u;

/** Longer than any figure, day or code: the patterns of numbers would try every part of it, which took minutes for 4,000 digits. */
const endlessNumber = /\d[\d.,]{39,}/gu;

/**
 * The spelling in which questions are read: compatibility forms unified (㎎ is mg, ９ is 9, decomposed Korean is composed),
 * lower case, 5밀리그램 as 5mg, without the 요 of a contrast and without numbers that have no end. Positions in names, periods and readings are those of this text.
 */
export function normalizeQuestion(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(endlessNumber, ' ')
    .replace(/(\d)\s*(?:밀리그램|밀리그람|밀리|미리)(?![가-힣]*터)/gu, '$1mg')
    .replace(politeEnd, '');
}
