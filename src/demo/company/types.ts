/** A day of the Korean calendar, `YYYY-MM-DD`. */
export type Day = string;

/** A month of the Korean calendar, `YYYY-MM`. */
export type Month = string;

/** The rows below have the fields of the plain import CSV of their kind, under the same names. */
export interface Employee {
  employeeNo: string;
  name: string;
  email: string;
  role: 'rep' | 'manager' | 'analyst';
  team: string;
}

export interface Customer {
  /** 8 digits, in the manner of a 요양기관기호. */
  code: string;
  name: string;
  type: CustomerType;
  /** Province and district, as in `서울 강남구`. */
  region: string;
  address: string;
  grade: 'A' | 'B' | 'C' | 'D';
  /** Names people use in notes and questions. */
  aliases: string[];
}

export type CustomerType = '상급종합병원' | '종합병원' | '병원' | '의원' | '약국' | '기타';

export interface Product {
  /** 9 digits, in the manner of an insurance code. */
  code: string;
  brand: string;
  ingredient: string;
  reimbursed: '급여' | '비급여';
  therapeuticClass: string;
  /** KRW for one tablet or capsule. */
  unitPrice: number;
}

export interface Assignment {
  employeeNo: string;
  customerCode: string;
  validFrom: Day;
  /** The last day that counts; null while it runs. */
  validTo: Day | null;
}

/** Natural key: day, employee, customer, product and line number. */
export interface SalesRecord {
  soldOn: Day;
  employeeNo: string;
  customerCode: string;
  productCode: string;
  /** Tablets or capsules. */
  quantity: number;
  /** KRW after discount. */
  amount: number;
  /** 1, or 2 for a second order of the same product on the same day. */
  lineNo: number;
}

export interface Interaction {
  employeeNo: string;
  customerCode: string;
  /** ISO 8601 with the offset of Korea. */
  occurredAt: string;
  type: InteractionType;
  summary: string;
  nextAction: string;
  productCodes: string[];
}

export type InteractionType = '방문' | '전화' | '이메일' | '세미나' | '기타';

/** What one rep should sell of one product in one calendar month, in KRW. */
export interface SalesTarget {
  month: Month;
  employeeNo: string;
  productCode: string;
  amount: number;
}

/** The rows of one calendar month, so that a loader can show progress and stay small. */
export interface MonthOf<Row> {
  month: Month;
  rows: Row[];
}

/** The tables that are checked in as CSV. */
export interface MasterData {
  employees: Employee[];
  customers: Customer[];
  products: Product[];
}
