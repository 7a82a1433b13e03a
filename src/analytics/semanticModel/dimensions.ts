import { customerDimensions } from './dimensionsOf/customerDimensions';
import { productDimensions } from './dimensionsOf/productDimensions';
import { timeDimensions } from './dimensionsOf/timeDimensions';
import type { Dimension } from './types';
import { words } from './words';

const interactionType = {
  label: { ko: '활동 유형', en: 'Contact type' },
  words: words(
    '활동 유형, 활동유형, 활동 종류, 방문 유형, 접촉 유형, 유형, 채널, 방식',
    'contact type, interaction type, activity type, type, channel',
  ),
  definition: {
    ko: '활동 유형은 방문, 전화, 이메일, 세미나, 기타',
    en: 'the contact type is visit, call, e-mail, seminar or other',
  },
  example: { ko: '활동 유형별 건수', en: 'Contacts by contact type' },
  kind: 'text',
  sql: 'facts.type',
} as const satisfies Dimension;

/** What sales are grouped by. */
export const salesDimensions = { ...customerDimensions, ...productDimensions, ...timeDimensions };

/** What visits and contacts are grouped by. */
export const interactionDimensions = {
  ...customerDimensions,
  ...productDimensions,
  interactionType,
  ...timeDimensions,
};

/** What says nothing of a customer that somebody looks after. */
export const dimensionsNotOfCustomers = Object.keys(interactionDimensions).filter(
  (key) => !isCustomerDimension(key),
);

export type InteractionDimension = keyof typeof interactionDimensions;
export type TimeDimension = keyof typeof timeDimensions;
export type CustomerDimension = keyof typeof customerDimensions;

/** Dimensions of customers and of who looks after them. */
export function isCustomerDimension(key: string): key is CustomerDimension {
  return key in customerDimensions;
}

/** Dimensions of time, coarse to fine. */
export function isTimeDimension(key: string): key is TimeDimension {
  return key in timeDimensions;
}
