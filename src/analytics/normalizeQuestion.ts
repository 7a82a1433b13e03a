/**
 * The spelling in which questions are read: compatibility forms unified (㎎ is mg, ９ is 9, decomposed Korean is composed),
 * lower case, 5밀리그램 as 5mg. Positions in names, periods and readings are those of this text.
 */
export function normalizeQuestion(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s*(?:밀리그램|밀리그람|밀리|미리)(?![가-힣]*터)/gu, '$1mg');
}
