import type { CustomerType, VisitType } from '../../shared/companyValues';
import { importColumns, type ImportKind } from '../../shared/imports';
import type { ImportProblem } from '../importProblem';
import type { ReadCell, StagedValue } from '../values/columnType';
import { day, instant, month } from '../values/days';
import { email, list, text, word } from '../values/texts';
import { wholeNumber } from '../values/wholeNumber';

/** A column as it is read from a file. */
export interface ImportColumn {
  name: string;
  required: boolean;
  read: ReadCell;
  /** What stands for an empty cell; not given: nothing. */
  whenEmpty?: StagedValue;
}

const code = text(40);
const name = text(200);

const bounds = {
  int4: { min: -2_147_483_648, max: 2_147_483_647 },
  /** KRW: far above any figure, and exact as a double. */
  amount: { min: -1e15, max: 1e15 },
  notNegative: { min: 0, max: 1e15 },
  line: { min: 1, max: 2_147_483_647 },
};

const customerType = word<CustomerType>({
  상급종합병원: ['tertiary hospital', 'tertiary'],
  종합병원: ['general hospital'],
  병원: ['hospital'],
  의원: ['clinic'],
  약국: ['pharmacy'],
  기타: ['other', 'others'],
});
const interactionType = word<VisitType>({
  방문: ['visit'],
  전화: ['call', 'phone', 'telephone'],
  이메일: ['email', 'e-mail', 'mail', '메일'],
  세미나: ['seminar'],
  기타: ['other', 'others'],
});
const reimbursed = word({
  급여: ['reimbursed', 'true', 'y', 'yes', '1'],
  비급여: ['not reimbursed', 'non-reimbursed', 'unreimbursed', 'false', 'n', 'no', '0'],
});
const role = word({
  rep: ['영업사원', '영업 담당', '담당자', 'MR', '사원', 'sales rep'],
  manager: ['팀장', '관리자(팀)', '매니저'],
  analyst: ['분석가', '분석'],
  admin: ['관리자', 'administrator'],
});

type Reading = ReadCell | { read: ReadCell; whenEmpty: StagedValue };

const readings: { [Kind in ImportKind]: Record<keyof (typeof importColumns)[Kind], Reading> } = {
  employees: { employeeNo: code, name: text(100), email, role, team: text(100) },
  customers: {
    code,
    name,
    type: customerType,
    region: text(100),
    address: text(300),
    grade: text(20),
    aliases: { read: list(200), whenEmpty: '{}' },
  },
  products: {
    code,
    brand: name,
    ingredient: text(300),
    reimbursed,
    therapeuticClass: text(100),
    unitPrice: wholeNumber(bounds.notNegative),
  },
  assignments: { employeeNo: code, customerCode: code, validFrom: day, validTo: day },
  sales: {
    soldOn: day,
    employeeNo: code,
    customerCode: code,
    productCode: code,
    lineNo: { read: wholeNumber(bounds.line), whenEmpty: 1 },
    quantity: wholeNumber(bounds.int4),
    amount: wholeNumber(bounds.amount),
  },
  targets: { month, employeeNo: code, productCode: code, amount: wholeNumber(bounds.notNegative) },
  interactions: {
    employeeNo: code,
    customerCode: code,
    occurredAt: instant,
    type: interactionType,
    summary: text(10_000),
    nextAction: text(2_000),
    productCodes: { read: list(40), whenEmpty: '{}' },
  },
};

/** The columns of a kind, in the order of its plain file. */
export function importColumnsOf(kind: ImportKind): ImportColumn[] {
  const required: Record<string, boolean> = importColumns[kind];
  return Object.entries<Reading>(readings[kind]).map(([column, reading]) => ({
    name: column,
    required: required[column]!,
    ...(typeof reading === 'function' ? { read: reading } : reading),
  }));
}

/** What is wrong between the values of a row, in the order of its columns. */
export function checkRow(
  kind: ImportKind,
  values: StagedValue[],
): { column: string; problem: ImportProblem } | null {
  if (kind !== 'assignments') return null;
  const [, , validFrom, validTo] = values as (string | null)[];
  return validFrom && validTo && validTo < validFrom
    ? { column: 'validTo', problem: { code: 'period_reversed' } }
    : null;
}
