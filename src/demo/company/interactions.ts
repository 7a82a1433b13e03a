import { isBusinessDay } from './calendar';
import type { CustomerDemand } from './demand';
import { availability, isNews, isShort } from './events';
import { randomStream, type RandomStream } from './random';
import type { Day, Interaction, InteractionType, Product } from './types';
import { visitNote, type Occasion } from './visitNotes';

/** Contacts a rep writes down on one business day: 1.5 on average, the same for everybody. */
const CONTACTS_OF_DAY = [0, 1, 1, 1, 2, 2, 2, 3];
/** The better the customer, the more often the rep comes. */
const VISIT_WEIGHT = { A: 5, B: 3, C: 2, D: 1 };
const TYPE_WEIGHTS: { type: InteractionType; weight: number }[] = [
  { type: '방문', weight: 68 },
  { type: '전화', weight: 15 },
  { type: '이메일', weight: 8 },
  { type: '세미나', weight: 6 },
  { type: '기타', weight: 3 },
];
/** The hours in which a contact may begin. */
const OPENING_HOURS = { first: 9, last: 17 };
/** How often a rep talks of the new product, or of the one that is short, rather than of the usual ones. */
const NEWS_SHARE = 0.25;
const SECOND_PRODUCT_SHARE = 0.3;

/** What the reps wrote down on one day, in the order of the clock for each of them. */
export function interactionsOfDay(
  day: Day,
  employeeNos: string[],
  demands: CustomerDemand[],
  repOf: (customerCode: string, day: Day) => string | null,
): Interaction[] {
  if (!isBusinessDay(day)) return [];
  const reps = demands.map(({ customer }) => repOf(customer.code, day));
  return employeeNos.flatMap((employeeNo) => {
    const random = randomStream('interactions', day, employeeNo);
    const own = demands.filter((_, index) => reps[index] === employeeNo);
    return contactTimes(day, random).map((occurredAt) => ({
      employeeNo,
      occurredAt,
      ...contactWith(random.pickWeighted(own, visitWeight), day, random),
    }));
  });
}

type ContactContent = Pick<Interaction, 'customerCode' | 'type' | 'summary' | 'nextAction' | 'productCodes'>;

function contactWith(demand: CustomerDemand, day: Day, random: RandomStream): ContactContent {
  const { type } = random.pickWeighted(TYPE_WEIGHTS, ({ weight }) => weight);
  const [product, ...others] = productsOfContact(demand, day, random);
  const note = visitNote(type, demand.customer, product, occasionOf(product, day), random);
  return {
    customerCode: demand.customer.code,
    type,
    ...note,
    productCodes: [product, ...others].map(({ code }) => code),
  };
}

function productsOfContact(
  { lines }: CustomerDemand,
  day: Day,
  random: RandomStream,
): [Product, ...Product[]] {
  const sold = lines.map(({ product }) => product).filter(({ code }) => availability(code, day) > 0);
  const newsworthy = sold.filter(({ code }) => isNews(code, day) || isShort(code, day));
  const first =
    newsworthy.length > 0 && random.chance(NEWS_SHARE) ? random.pick(newsworthy) : random.pick(sold);
  const second = random.pick(sold);
  return second !== first && random.chance(SECOND_PRODUCT_SHARE) ? [first, second] : [first];
}

function occasionOf({ code }: Product, day: Day): Occasion {
  if (isShort(code, day)) return 'shortage';
  return isNews(code, day) ? 'launch' : 'usual';
}

function visitWeight({ customer }: CustomerDemand): number {
  return VISIT_WEIGHT[customer.grade];
}

/** At most one contact an hour, so that no two of a rep are at the same time. */
function contactTimes(day: Day, random: RandomStream): string[] {
  const hours = new Set<number>();
  const count = random.pick(CONTACTS_OF_DAY);
  while (hours.size < count) hours.add(random.integer(OPENING_HOURS.first, OPENING_HOURS.last));
  return [...hours]
    .sort((left, right) => left - right)
    .map((hour) => `${day}T${twoDigits(hour)}:${twoDigits(5 * random.integer(0, 11))}:00+09:00`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
