import type { Dimension } from '../types';
import { words } from '../words';

/** What was sold or spoken of. */
export const productDimensions = {
  product: {
    label: { ko: '제품', en: 'Product' },
    words: words(
      '제품, 품목, 상품, 약품, 의약품, 품명, 브랜드, 약',
      'product, brand, drug, item, medicine, sku',
    ),
    definition: { ko: '제품은 함량까지 구분한 품목', en: 'products are told apart by strength' },
    example: { ko: '제품별 판매량 순위', en: 'Units sold by product' },
    kind: 'text',
    table: 'products',
    sql: 'products.brand',
    identity: 'products.id',
    detail: 'products.code',
  },
  therapeuticClass: {
    label: { ko: '약효군', en: 'Therapeutic class' },
    words: words(
      '약효군, 약효, 질환군, 질환, 치료군, 치료 영역, 제품군, 계열, 카테고리, 분류',
      'therapeutic class, therapeutic area, class, disease area, category, product group',
    ),
    definition: { ko: '약효군은 제품의 약효 분류', en: 'the therapeutic class is that of the product' },
    example: { ko: '약효군별 매출 비중', en: 'Share of sales by therapeutic class' },
    kind: 'text',
    table: 'products',
    sql: 'products.therapeutic_class',
  },
  ingredient: {
    label: { ko: '성분', en: 'Ingredient' },
    words: words('성분, 주성분, 성분명, 원료', 'ingredient, molecule, substance, compound'),
    definition: {
      ko: '성분은 제품의 주성분(복합제는 조합 그대로)',
      en: 'the ingredient is the active one of the product, a combination as it is',
    },
    example: { ko: '성분별 매출', en: 'Sales by ingredient' },
    kind: 'text',
    table: 'products',
    sql: 'products.ingredient',
  },
  reimbursed: {
    label: { ko: '급여 구분', en: 'Reimbursement' },
    words: words(
      '급여 구분, 급여구분, 급여 여부, 급여여부, 급여/비급여, 급여 비급여, 급여·비급여, 급여와 비급여, 보험 구분',
      'reimbursement, reimbursement status, reimbursed or not',
    ),
    definition: {
      ko: '급여 구분은 제품의 건강보험 급여 여부',
      en: 'reimbursement is whether the health insurance pays for the product',
    },
    example: { ko: '급여 구분별 매출', en: 'Sales by reimbursement status' },
    kind: 'text',
    table: 'products',
    sql: "CASE WHEN products.reimbursed THEN '급여' ELSE '비급여' END",
  },
} as const satisfies Record<string, Dimension>;
