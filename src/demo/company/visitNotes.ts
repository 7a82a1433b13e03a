import type { RandomStream } from './random';
import type { Customer, Interaction, InteractionType, Product } from './types';
import { CLINICAL_OPENINGS, TRADE_OPENINGS } from './visitOpenings';
import {
  CLINICAL_OUTCOMES,
  LAUNCH_OUTCOMES,
  SHORTAGE_OUTCOMES,
  TRADE_OUTCOMES,
  type Outcome,
} from './visitOutcomes';
import {
  CLINICAL_TOPICS,
  HOSPITAL_TOPICS,
  INGREDIENT_TOPICS,
  LAUNCH_TOPICS,
  SHORTAGE_TOPICS,
  TRADE_TOPICS,
} from './visitTopics';

/** What made the product a subject: it is new, it is short, or nothing in particular. */
export type Occasion = 'launch' | 'shortage' | 'usual';

/** How often a talk is about the medicine itself rather than about business with it. */
const MEDICAL_SHARE = 0.75;

/** Writes a rep's note: how they met, what was said about the product, how it was taken, what to do next. */
export function visitNote(
  type: InteractionType,
  customer: Customer,
  product: Product,
  occasion: Occasion,
  random: RandomStream,
): Pick<Interaction, 'summary' | 'nextAction'> {
  const openings = isClinical(customer) ? CLINICAL_OPENINGS : TRADE_OPENINGS;
  const outcome = random.pick(outcomesFor(customer, product, occasion));
  const phrases = [random.pick(openings[type]), random.pick(topicsFor(customer, product, occasion, random))];
  const fill = (text: string) => fillIn(text, customer, product, random);
  return {
    summary: [...phrases, outcome.reaction].map(fill).join(' '),
    nextAction: fill(random.pick(outcome.nextActions)),
  };
}

function topicsFor(customer: Customer, product: Product, occasion: Occasion, random: RandomStream): string[] {
  if (occasion === 'shortage') return SHORTAGE_TOPICS;
  if (!isClinical(customer)) return TRADE_TOPICS;
  if (occasion === 'launch') return LAUNCH_TOPICS;
  if (random.chance(MEDICAL_SHARE)) return medicalTopics(product);
  return isLargeHospital(customer) ? [...CLINICAL_TOPICS, ...HOSPITAL_TOPICS] : CLINICAL_TOPICS;
}

function medicalTopics({ ingredient }: Product): string[] {
  return Object.entries(INGREDIENT_TOPICS).flatMap(([word, topics]) =>
    ingredient.includes(word) ? topics : [],
  );
}

function outcomesFor(customer: Customer, { reimbursed }: Product, occasion: Occasion): Outcome[] {
  if (occasion === 'shortage') return SHORTAGE_OUTCOMES;
  if (!isClinical(customer)) return TRADE_OUTCOMES;
  if (occasion === 'launch') return LAUNCH_OUTCOMES;
  return CLINICAL_OUTCOMES.filter(({ reimbursedOnly }) => !reimbursedOnly || reimbursed === '급여');
}

/** Puts in who it was (`{person}`), the product (`{brand}`) and plausible numbers (`{few}`, `{many}`). */
function fillIn(text: string, customer: Customer, product: Product, random: RandomStream): string {
  return text
    .replaceAll('{person}', () => personAt(customer, product, random))
    .replaceAll('{brand}', product.brand)
    .replaceAll('{few}', () => String(random.integer(2, 9)))
    .replaceAll('{many}', () => String(5 * random.integer(2, 8)));
}

/** Which department of a hospital prescribes a class. */
const DEPARTMENTS: Record<string, string> = {
  고혈압: '순환기내과',
  당뇨: '내분비내과',
  고지혈증: '순환기내과',
  항응고: '순환기내과',
  항혈소판: '신경과',
  소화기: '소화기내과',
  진통소염: '정형외과',
  항생제: '감염내과',
  호흡기: '호흡기내과',
  비뇨기: '비뇨의학과',
  탈모: '피부과',
  비만: '가정의학과',
};

/** A title, never a name. */
function personAt({ type }: Customer, { therapeuticClass }: Product, random: RandomStream): string {
  const department = DEPARTMENTS[therapeuticClass] ?? '내과';
  const titles = {
    상급종합병원: [`${department} 교수님`, `${department} 교수님`, '약제팀장님', `${department} 임상강사님`],
    종합병원: [`${department} 과장님`, `${department} 과장님`, '약제과장님', '진료부원장님'],
    병원: ['병원장님', `${department} 과장님`, '약제과장님'],
    의원: ['원장님', '원장님', '부원장님'],
    약국: ['약국장님', '근무약사님'],
    기타: ['구매 담당자님'],
  };
  return random.pick(titles[type]);
}

function isClinical({ type }: Customer): boolean {
  return type !== '약국' && type !== '기타';
}

function isLargeHospital({ type }: Customer): boolean {
  return type === '상급종합병원' || type === '종합병원';
}
