import { isBusinessDay, isSaturday, monthOf } from './calendar';
import type { CustomerDemand, ProductDemand } from './demand';
import { availability, lastOrderDay } from './events';
import { marketLevel } from './market';
import { randomStream, type RandomStream } from './random';
import type { CustomerType, Day, Product, SalesRecord } from './types';

/** Pharmacies and clinics also order on some Saturdays. */
const SATURDAY_TYPES = new Set<CustomerType>(['의원', '약국']);
const SATURDAY_SHARE = 0.15;
/** How often a product is ordered twice on one day. */
const SECOND_LINE_SHARE = 0.02;
/** The smallest pack, in tablets: dear medicines come in small ones. */
const PACK = { usual: 30, dear: 10, dearFrom: 890 };
/** Most lines are sold at list price; the others, more of them in hospitals, at up to 3 % less. */
const DISCOUNT = { share: 0.3, hospitalShare: 0.55, lowest: 0.005, highest: 0.03 };
/** A rep sells more or less from month to month than the customers would take anyway. */
const REP_STRENGTH = { lowest: 0.88, highest: 1.12 };

/** The orders of one day. The numbers depend on the day alone, not on the days before it. */
export function salesOfDay(
  day: Day,
  products: Product[],
  demands: CustomerDemand[],
  repOf: (customerCode: string, day: Day) => string | null,
): SalesRecord[] {
  const random = randomStream('sales', day);
  const openShare = openShareOn(day);
  const levels = new Map(
    products.map((product) => [product.code, marketLevel(product, day) * availability(product.code, day)]),
  );
  return demands.flatMap((demand) => {
    const { customer, orderRate } = demand;
    const employeeNo = repOf(customer.code, day);
    const hasLeft = day > (lastOrderDay(customer.code) ?? day);
    if (employeeNo === null || hasLeft || !random.chance(orderRate * openShare(customer.type))) return [];
    const strength = repStrength(employeeNo, day);
    const levelOf = (product: Product) => levels.get(product.code)! * strength;
    return orderLines(demand, levelOf, random).map((line) => ({
      soldOn: day,
      employeeNo,
      customerCode: customer.code,
      ...line,
    }));
  });
}

/** How much of the usual ordering happens on a day, by type of customer. */
function openShareOn(day: Day): (type: CustomerType) => number {
  if (isSaturday(day)) return (type) => (SATURDAY_TYPES.has(type) ? SATURDAY_SHARE : 0);
  const share = isBusinessDay(day) ? 1 : 0;
  return () => share;
}

function repStrength(employeeNo: string, day: Day): number {
  return randomStream('strength', employeeNo, monthOf(day)).between(
    REP_STRENGTH.lowest,
    REP_STRENGTH.highest,
  );
}

type OrderLine = Pick<SalesRecord, 'productCode' | 'quantity' | 'amount' | 'lineNo'>;

function orderLines(
  { customer, lines }: CustomerDemand,
  levelOf: (product: Product) => number,
  random: RandomStream,
): OrderLine[] {
  const discountShare = customer.type.endsWith('병원') ? DISCOUNT.hospitalShare : DISCOUNT.share;
  const orderLine = ({ product, meanQuantity }: ProductDemand, lineNo: number): OrderLine => {
    const quantity = inPacks(meanQuantity * levelOf(product) * random.between(0.6, 1.4), product);
    const discount = random.chance(discountShare) ? random.between(DISCOUNT.lowest, DISCOUNT.highest) : 0;
    const amount = Math.round(quantity * product.unitPrice * (1 - discount));
    return { productCode: product.code, quantity, amount, lineNo };
  };
  return lines
    .filter(({ product, lineShare }) => random.chance(lineShare) && levelOf(product) > 0)
    .flatMap((line) => {
      const count = random.chance(SECOND_LINE_SHARE) ? 2 : 1;
      return Array.from({ length: count }, (_, index) => orderLine(line, index + 1));
    });
}

function inPacks(quantity: number, { unitPrice }: Product): number {
  const pack = unitPrice >= PACK.dearFrom ? PACK.dear : PACK.usual;
  return pack * Math.max(1, Math.round(quantity / pack));
}
