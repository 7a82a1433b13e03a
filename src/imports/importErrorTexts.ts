import { errorCatalogue } from '../errorCatalogue';
import type { ImportErrorDto } from '../shared/imports';
import type { Language } from '../shared/problem';
import type { PlacedProblem } from './importProblem';

/** What can be wrong with a row or a file of figures; `{fact}` is filled in. Says what to do where that is not plain. */
export const importErrorTexts: Record<string, Record<Language, string>> = {
  value_missing: { ko: '값이 없습니다.', en: 'The value is missing.' },
  text_too_long: { ko: '{max}자를 넘습니다.', en: 'Longer than {max} characters.' },
  characters_unreadable: {
    ko: '읽을 수 없는 글자가 있습니다. 인코딩을 확인해 주세요.',
    en: 'Some characters cannot be read. Check the encoding.',
  },
  number_unreadable: { ko: '숫자가 아닙니다: {value}', en: 'Not a number: {value}' },
  number_fractional: { ko: '정수여야 합니다: {value}', en: 'Must be a whole number: {value}' },
  number_out_of_range: {
    ko: '{min} 이상 {max} 이하여야 합니다: {value}',
    en: 'Must be between {min} and {max}: {value}',
  },
  date_unreadable: { ko: '날짜로 읽을 수 없습니다: {value}', en: 'Not readable as a date: {value}' },
  date_impossible: { ko: '없는 날짜입니다: {value}', en: 'There is no such day: {value}' },
  time_unreadable: { ko: '일시로 읽을 수 없습니다: {value}', en: 'Not readable as a time: {value}' },
  word_unknown: { ko: '{allowed} 중 하나여야 합니다: {value}', en: 'Must be one of {allowed}: {value}' },
  email_invalid: { ko: '이메일 주소가 아닙니다: {value}', en: 'Not an e-mail address: {value}' },
  too_many_cells: {
    ko: '머리글보다 칸이 많습니다(머리글 {columns}칸).',
    en: 'More cells than the header has ({columns}).',
  },
  period_reversed: { ko: '종료일이 시작일보다 빠릅니다.', en: 'The last day is before the first.' },
  unknown_code: { ko: '등록되지 않은 코드입니다: {value}', en: 'No such code is registered: {value}' },
  duplicate_in_file: {
    ko: '같은 파일에 같은 키의 행이 있습니다(행 {row}).',
    en: 'The file has another row with the same key (row {row}).',
  },
  already_in_import: {
    ko: '이 가져오기에서 이미 같은 키의 행을 넣었습니다.',
    en: 'This import has already loaded a row with the same key.',
  },
  period_overlaps: {
    ko: '같은 직원과 거래처의 다른 배정 기간과 겹칩니다.',
    en: 'The period overlaps another of the same employee and customer.',
  },
  email_taken: { ko: '다른 직원의 이메일입니다: {value}', en: 'Another employee has this address: {value}' },
  last_admin: { ko: '마지막 관리자의 역할은 바꿀 수 없습니다.', en: 'The last admin cannot lose the role.' },
  column_missing: { ko: '열이 없습니다: {column}', en: 'The column is missing: {column}' },
  column_repeated: { ko: '같은 열이 두 번 있습니다: {header}', en: 'The column is there twice: {header}' },
  wrong_kind: {
    ko: '다른 종류의 파일로 보입니다: {kind}',
    en: 'This looks like a file of another kind: {kind}',
  },
  sheet_missing: {
    ko: '시트가 없습니다: {sheet} (파일의 시트: {sheets})',
    en: 'There is no sheet {sheet}; the file has: {sheets}',
  },
  too_many_columns: { ko: '열이 너무 많습니다(최대 {max}열).', en: 'Too many columns (at most {max}).' },
  no_rows: { ko: '데이터 행이 없습니다.', en: 'The file has no rows of data.' },
  file_not_table: {
    ko: 'CSV나 XLSX 파일이 아닙니다. 엑셀에서 XLSX로 저장해 올려 주세요.',
    en: 'Not a CSV or XLSX file. Save it as XLSX and upload that.',
  },
  mixed_encodings: {
    ko: 'UTF-8과 CP949가 섞여 있습니다. 이 행부터 인코딩이 다릅니다.',
    en: 'The file mixes UTF-8 and CP949: the encoding differs in this row.',
  },
  quote_not_closed: {
    ko: '따옴표가 닫히지 않았습니다. 이 행부터 확인해 주세요.',
    en: 'A quotation mark is not closed. Look from this row on.',
  },
  row_too_long: { ko: '행이 너무 깁니다.', en: 'The row is too long.' },
  import_cancelled: { ko: '취소했습니다.', en: 'It was cancelled.' },
  import_not_allowed: {
    ko: '요청한 사람에게 더 이상 이 가져오기 권한이 없습니다. 권한이 있는 사람이 다시 실행해 주세요.',
    en: 'Whoever asked for this import may no longer do so. Somebody who may can run it again.',
  },
  import_failed: {
    ko: '여러 번 시도했지만 가져오지 못했습니다. 관리자에게 알려 주세요.',
    en: 'It could not be imported in several tries. Please tell an administrator.',
  },
};

/** A problem in the reader's language. */
export function toImportError(problem: PlacedProblem, language: Language): ImportErrorDto {
  const { row, column, code, facts = {} } = problem;
  const texts = importErrorTexts[code] ?? errorCatalogue[code as keyof typeof errorCatalogue];
  const message = texts[language].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(facts[name] ?? place),
  );
  return { row, column, code, message };
}
