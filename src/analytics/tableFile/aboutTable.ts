import type { ResultTable } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';

const labels = {
  ko: {
    title: '제목',
    period: '기간',
    comparedPeriod: '비교 기간',
    scope: '범위',
    definition: '기준',
    asOf: '조회 기준일',
    rows: '행 수',
    cut: '일부만 저장됨',
  },
  en: {
    title: 'Title',
    period: 'Period',
    comparedPeriod: 'Compared with',
    scope: 'Scope',
    definition: 'Meaning',
    asOf: 'As of',
    rows: 'Rows',
    cut: 'Not all rows',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** What a file says of the table in it, as pairs of label and text; the meaning of each figure stands by its column. */
export function aboutTable(table: ResultTable, language: Language): [label: string, text: string][] {
  const say = labels[language];
  const { title, period, comparedPeriod, scope, definition, asOf, rows, totalCount, truncated } = table;
  const count = rows.length.toLocaleString('en');
  const cut = totalCount === undefined ? count : `${count} / ${totalCount.toLocaleString('en')}`;
  const pairs: [string, string | undefined][] = [
    [say.title, title],
    [say.period, period && `${period.from} ~ ${period.to}`],
    [say.comparedPeriod, comparedPeriod && `${comparedPeriod.from} ~ ${comparedPeriod.to}`],
    [say.scope, scope],
    [say.definition, definition],
    [say.asOf, asOf],
    truncated ? [say.cut, cut] : [say.rows, count],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** A column's name with what one of it is: `매출 (원)`. */
export function headOf({ label, unit }: ResultTable['columns'][number]): string {
  return unit ? `${label} (${unit})` : label;
}
