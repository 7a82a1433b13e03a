import {
  customer,
  day,
  employee,
  figure,
  longText,
  month,
  number,
  product,
  reimbursed,
  text,
  truth,
  type CuratedColumn,
} from './curatedColumns';
import type { Texts } from '../semanticModel/types';

/** Schema of the views, and the whole search path of a statement that a model wrote. */
export const curatedSchema = 'figures';

export interface CuratedView {
  about: Texts;
  columns: Record<string, CuratedColumn>;
}

/** What SQL that a model wrote may read: every view, and every column of it. */
export const curatedViews: Record<string, CuratedView> = {
  sales: {
    about: {
      ko: '판매 내역, 한 줄이 판매 한 건(반품은 음수)',
      en: 'sales, one row a line, returns are negative',
    },
    columns: {
      sold_on: day({ ko: '판매일', en: 'Sold on' }, { ko: '판매일(KST)', en: 'day of the sale' }),
      month: month({ ko: '판매월의 1일', en: 'first day of the month of the sale' }),
      ...employee,
      ...customer,
      ...product,
      ...reimbursed,
      quantity: figure(
        'integer',
        'count',
        { ko: '판매 수량', en: 'Units sold' },
        { ko: '판매 수량', en: 'units sold' },
      ),
      amount: figure(
        'bigint',
        'won',
        { ko: '매출', en: 'Sales' },
        { ko: '판매 금액(원)', en: 'amount in KRW' },
      ),
    },
  },
  targets: {
    about: {
      ko: '월 목표: 사람별, 제품·거래처는 정해진 경우만',
      en: 'monthly targets of a person, of one product or customer where given',
    },
    columns: {
      month: month({ ko: '목표월의 1일', en: 'first day of the month' }),
      ...employee,
      product_code: text(product.product_code.label, {
        ko: '제품 코드, 없으면 전체',
        en: 'product code, null: all products',
      }),
      product_name: text(product.product_name.label, {
        ko: '제품명, 없으면 전체',
        en: 'brand with strength, null: all products',
      }),
      customer_code: text(customer.customer_code.label, {
        ko: '거래처 코드, 없으면 전체',
        en: 'customer code, null: all customers',
      }),
      customer_name: text(customer.customer_name.label, {
        ko: '거래처명, 없으면 전체',
        en: 'customer name, null: all customers',
      }),
      target_amount: figure(
        'bigint',
        'won',
        { ko: '목표', en: 'Target' },
        { ko: '목표 금액(원)', en: 'target in KRW' },
      ),
    },
  },
  interactions: {
    about: { ko: '방문·전화 등 거래처 활동', en: 'visits, calls and other contacts with customers' },
    columns: {
      interaction_id: figure(
        'bigint',
        'count',
        { ko: '활동 번호', en: 'Contact' },
        { ko: '활동 번호', en: 'key of the contact' },
      ),
      occurred_at: {
        type: 'timestamp with time zone',
        kind: 'time',
        label: { ko: '활동 시각', en: 'Time' },
        meaning: { ko: '활동 시각', en: 'when it took place' },
        width: number,
      },
      occurred_on: day({ ko: '활동일', en: 'Day' }, { ko: '활동일(KST)', en: 'day of the contact' }),
      month: month({ ko: '활동월의 1일', en: 'first day of the month of the contact' }),
      ...employee,
      ...customer,
      interaction_type: text(
        { ko: '활동 유형', en: 'Contact type' },
        { ko: '활동 유형: 방문, 전화, 이메일, 세미나, 기타', en: 'kind of contact' },
      ),
      summary: text({ ko: '내용', en: 'Summary' }, { ko: '활동 내용', en: 'what was said' }, longText),
      next_action: text(
        { ko: '다음 할 일', en: 'Next action' },
        { ko: '다음 할 일', en: 'what is to be done next' },
        longText,
      ),
    },
  },
  interaction_products: {
    about: { ko: '활동에서 다룬 제품', en: 'products a contact was about' },
    columns: {
      interaction_id: figure(
        'bigint',
        'count',
        { ko: '활동 번호', en: 'Contact' },
        { ko: '활동 번호', en: 'key of the contact' },
      ),
      ...product,
    },
  },
  customers: {
    about: { ko: '볼 수 있는 거래처', en: 'customers as far as they may be seen' },
    columns: {
      ...customer,
      address: text({ ko: '주소', en: 'Address' }, { ko: '주소', en: 'postal address' }, longText),
    },
  },
  assignments: {
    about: {
      ko: '담당 배정 이력, 오늘 유효한 것이 현재 담당',
      en: 'who looks after which customer, and when',
    },
    columns: {
      ...employee,
      ...customer,
      valid_from: day({ ko: '담당 시작일', en: 'From' }, { ko: '담당 시작일', en: 'first day' }),
      valid_to: day(
        { ko: '담당 종료일', en: 'To' },
        { ko: '담당 종료일, 없으면 계속', en: 'last day, null: open' },
      ),
    },
  },
  products: {
    about: { ko: '제품', en: 'products' },
    columns: {
      ...product,
      ...reimbursed,
      unit_price: figure(
        'bigint',
        'won',
        { ko: '단가', en: 'Unit price' },
        { ko: '단가(원)', en: 'price of one unit in KRW' },
      ),
      active: truth({ ko: '판매 중', en: 'Sold' }, { ko: '판매 중', en: 'still sold' }),
    },
  },
  employees: {
    about: { ko: '직원', en: 'employees' },
    columns: {
      ...employee,
      role: text({ ko: '역할', en: 'Role' }, { ko: '역할: rep, manager, analyst, admin', en: 'role' }),
      active: truth({ ko: '재직', en: 'Active' }, { ko: '재직 중', en: 'still active' }),
    },
  },
  monthly_performance: {
    about: {
      ko: '월별 거래처·담당자 실적 합계(미리 집계)',
      en: 'sums by month, customer and employee, kept ready: fast for long periods',
    },
    columns: {
      month: month({ ko: '월의 1일', en: 'first day of the month' }),
      ...employee,
      ...customer,
      quantity: figure(
        'bigint',
        'count',
        { ko: '판매 수량', en: 'Units sold' },
        { ko: '판매 수량 합계', en: 'units sold' },
      ),
      amount: figure(
        'bigint',
        'won',
        { ko: '매출', en: 'Sales' },
        { ko: '판매 금액 합계(원)', en: 'amount in KRW' },
      ),
      sales_count: figure(
        'integer',
        'count',
        { ko: '판매 건수', en: 'Sale lines' },
        { ko: '판매 건수', en: 'sale lines' },
      ),
      interaction_count: figure(
        'integer',
        'count',
        { ko: '활동 건수', en: 'Contacts' },
        { ko: '활동 건수', en: 'contacts' },
      ),
    },
  },
};

/** The views in words for a model: `sales(sold_on date, ...)` with what each column means. */
export function describeCuratedViews(): string {
  return Object.entries(curatedViews)
    .map(([name, { about, columns }]) => {
      const list = Object.entries(columns).map(
        ([column, { type, meaning }]) => `${column} ${shortTypes[type] ?? type} -- ${meaning.ko}`,
      );
      return `${name}: ${about.ko}, ${about.en}\n  ${list.join('\n  ')}`;
    })
    .join('\n');
}

const shortTypes: Partial<Record<CuratedColumn['type'], string>> = {
  'timestamp with time zone': 'timestamptz',
};
