import type { ColumnKind } from '../../shared/resultTable';
import type { Texts } from '../semanticModel/types';

/** A column of a view; its type and meaning are those of the migration that made it, which a test compares. */
export interface CuratedColumn {
  type: 'text' | 'date' | 'timestamp with time zone' | 'integer' | 'bigint' | 'boolean';
  kind: ColumnKind;
  label: Texts;
  meaning: Texts;
  /** Bytes a value takes at most, roughly. */
  width: number;
}

const shortText = 200;
/** Bytes of notes and addresses, roughly. */
export const longText = 1_000;
/** Bytes of numbers and times, roughly. */
export const number = 24;

/** Names and other short texts, where no width is given. */
export const text = (label: Texts, meaning: Texts, width = shortText): CuratedColumn => ({
  type: 'text',
  kind: 'text',
  label,
  meaning,
  width,
});
/** A Korean calendar day. */
export const day = (label: Texts, meaning: Texts): CuratedColumn => ({
  type: 'date',
  kind: 'day',
  label,
  meaning,
  width: number,
});
/** The first day of a month. */
export const month = (meaning: Texts): CuratedColumn => ({
  type: 'date',
  kind: 'month',
  label: { ko: '월', en: 'Month' },
  meaning,
  width: number,
});
/** Money or a number of things. */
export const figure = (
  type: 'integer' | 'bigint',
  kind: 'won' | 'count',
  label: Texts,
  meaning: Texts,
): CuratedColumn => ({ type, kind, label, meaning, width: number });
/** True or false. */
export const truth = (label: Texts, meaning: Texts): CuratedColumn => ({
  type: 'boolean',
  kind: 'text',
  label,
  meaning,
  width: number,
});

/** Whom a row belongs to. */
export const employee = {
  employee_no: text({ ko: '사번', en: 'Employee number' }, { ko: '사번', en: 'employee number' }),
  employee_name: text({ ko: '담당자', en: 'Employee' }, { ko: '담당자 이름', en: 'name of the employee' }),
  team: text({ ko: '팀', en: 'Team' }, { ko: '영업팀', en: 'sales team of the employee' }),
};

/** Which customer a row is about. */
export const customer = {
  customer_code: text({ ko: '거래처 코드', en: 'Customer code' }, { ko: '거래처 코드', en: 'customer code' }),
  customer_name: text({ ko: '거래처', en: 'Customer' }, { ko: '거래처명', en: 'customer name' }),
  customer_type: text(
    { ko: '거래처 유형', en: 'Customer type' },
    { ko: '거래처 유형: 상급종합병원, 종합병원, 병원, 의원, 약국, 기타', en: 'kind of customer' },
  ),
  region: text({ ko: '지역', en: 'Region' }, { ko: '지역, 예: 서울 마포구', en: 'region' }),
  grade: text({ ko: '등급', en: 'Grade' }, { ko: '거래처 등급, 예: A', en: 'grade' }),
};

/** Which product a row is about. */
export const product = {
  product_code: text({ ko: '제품 코드', en: 'Product code' }, { ko: '제품 코드', en: 'product code' }),
  product_name: text({ ko: '제품', en: 'Product' }, { ko: '제품명(함량 포함)', en: 'brand with strength' }),
  ingredient: text({ ko: '성분', en: 'Ingredient' }, { ko: '성분', en: 'active ingredient' }),
  therapeutic_class: text(
    { ko: '약효군', en: 'Therapeutic class' },
    { ko: '약효군, 예: 고혈압', en: 'therapeutic class' },
  ),
};

export const reimbursed = {
  reimbursed: truth(
    { ko: '급여', en: 'Reimbursed' },
    { ko: '급여 true, 비급여 false', en: 'reimbursed by the health insurance' },
  ),
};
