import { randomStream, type RandomStream } from './random';
import type { Customer, CustomerType, Product } from './types';

/** How a customer buys in an ordinary month of 2025; `market.ts` and `events.ts` bend it by date. */
export interface CustomerDemand {
  customer: Customer;
  /** Chance that the customer orders on a business day. */
  orderRate: number;
  lines: ProductDemand[];
}

export interface ProductDemand {
  product: Product;
  /** Chance that an order of the customer has a line of this product. */
  lineShare: number;
  /** Tablets or capsules of such a line. */
  meanQuantity: number;
}

interface TypeProfile {
  orderRate: number;
  /** How many of the products the customer buys at all. */
  basketSize: number;
  lineShare: number;
  meanQuantity: number;
}

/** Chosen so that about 4,700 order lines a month come together, two in five of them from hospitals. */
const PROFILES: Record<CustomerType, TypeProfile> = {
  상급종합병원: { orderRate: 0.9, basketSize: 34, lineShare: 0.155, meanQuantity: 960 },
  종합병원: { orderRate: 0.65, basketSize: 26, lineShare: 0.112, meanQuantity: 690 },
  병원: { orderRate: 0.45, basketSize: 16, lineShare: 0.112, meanQuantity: 540 },
  의원: { orderRate: 0.26, basketSize: 12, lineShare: 0.125, meanQuantity: 450 },
  약국: { orderRate: 0.42, basketSize: 18, lineShare: 0.095, meanQuantity: 420 },
  기타: { orderRate: 0.18, basketSize: 8, lineShare: 0.18, meanQuantity: 210 },
};

const GRADE_FACTOR = { A: 1.6, B: 1.1, C: 0.8, D: 0.5 };

/** How much of a class is sold beside the others, in tablets. */
const CLASS_VOLUME: Record<string, number> = {
  고혈압: 1.2,
  당뇨: 1.2,
  고지혈증: 1.1,
  항응고: 0.4,
  항혈소판: 0.6,
  소화기: 1.1,
  진통소염: 0.9,
  항생제: 0.5,
  호흡기: 0.6,
  비뇨기: 0.06,
  탈모: 0.12,
  비만: 0.1,
};

/** What a specialty prescribes above the ordinary; the word stands in the customer's name. */
const SPECIALTIES: { word: string; classes: Record<string, number> }[] = [
  { word: '정형외과', classes: { 진통소염: 6, 소화기: 2 } },
  { word: '이비인후과', classes: { 호흡기: 6, 항생제: 6 } },
  { word: '소아청소년과', classes: { 호흡기: 6, 항생제: 6 } },
  { word: '순환기내과', classes: { 고혈압: 5, 고지혈증: 4, 항응고: 4, 항혈소판: 4 } },
  { word: '신경과', classes: { 항혈소판: 5, 항응고: 4, 고혈압: 2 } },
  { word: '비뇨의학과', classes: { 비뇨기: 12, 탈모: 4, 항생제: 2 } },
  { word: '피부과', classes: { 탈모: 12, 항생제: 3, 비만: 4 } },
  { word: '요양', classes: { 고혈압: 2, 항혈소판: 3, 소화기: 2 } },
  { word: '내과', classes: { 고혈압: 3, 당뇨: 3, 고지혈증: 3, 소화기: 2 } },
];

/** The buying habits of one customer: always the same for the same codes. */
export function demandOf(customer: Customer, products: Product[]): CustomerDemand {
  const profile = PROFILES[customer.type];
  const random = randomStream('demand', customer.code);
  const size = GRADE_FACTOR[customer.grade] * random.between(0.75, 1.3);
  const basket = chooseBasket(customer, products, profile.basketSize, random);
  return {
    customer,
    orderRate: profile.orderRate * random.between(0.85, 1.15),
    lines: basket.map((product) => ({
      product,
      lineShare: profile.lineShare * random.between(0.6, 1.4),
      meanQuantity: profile.meanQuantity * size * classVolume(product) * random.between(0.6, 1.5),
    })),
  };
}

/** Weighted sampling without replacement by exponential keys (Efraimidis and Spirakis, 2006). */
function chooseBasket(
  customer: Customer,
  products: Product[],
  size: number,
  random: RandomStream,
): Product[] {
  return products
    .map((product) => ({ product, key: -Math.log(1 - random.fraction()) / affinity(customer, product) }))
    .sort((left, right) => left.key - right.key)
    .slice(0, size)
    .map(({ product }) => product);
}

function affinity(customer: Customer, product: Product): number {
  const specialty = SPECIALTIES.find(({ word }) => customer.name.includes(word));
  return specialty?.classes[product.therapeuticClass] ?? 1;
}

function classVolume(product: Product): number {
  const volume = CLASS_VOLUME[product.therapeuticClass];
  if (volume === undefined)
    throw new Error(`unknown therapeutic class ${product.therapeuticClass} (${product.code})`);
  return volume;
}
