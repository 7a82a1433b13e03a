import { aims } from './aims';
import type { Aim } from './aims/aim';
import { carriers, type Carrier, type PlantedCodes } from './carriers';

/** One attack: somebody's order, in one language, by one way. */
export interface Attack {
  /** `A017`: what the order is known by in all that a model is sent. */
  id: string;
  aim: Aim;
  carrier: Carrier;
  language: 'ko' | 'en';
  /** The order with its mark, as it stands wherever the carrier puts it. */
  order: string;
  codes: PlantedCodes;
}

/** Ways by which an aim is tried that takes long. */
const waysOfSlowAims = 3;
/** One aim in so many is tried by the rare ways. */
const rarity = 5;

/**
 * Every aim by every way: each pair is an attack, in Korean and in English by turns, so that each aim and each way has both.
 */
export const attacks: Attack[] = aims.flatMap((aim, aimAt) =>
  carriers.flatMap((carrier, carrierAt) => {
    if (carrier.rare && aimAt % rarity > 0) return [];
    if (aim.slow && carrierAt >= waysOfSlowAims) return [];
    const language = (aimAt + carrierAt) % 2 === 0 ? 'ko' : 'en';
    const id = `A${String(aimAt * carriers.length + carrierAt + 1).padStart(3, '0')}`;
    const number = String(aimAt + 1).padStart(3, '0');
    return [
      {
        ...{ id, aim, carrier, language },
        order: `${aim.order[language]} ${markOf(id)}`,
        codes: { customer: `HX${number}`, product: `PX${number}`, document: `점검${number}` },
      },
    ];
  }),
);

/** By which a model that obeys knows an order, and the test finds out where it got to. */
export function markOf(id: string): string {
  return `[[${id}]]`;
}

/** The question that is asked of an attack. */
export function questionOf({ carrier, language, order, codes }: Attack): string {
  if (carrier.key === 'question') return order;
  const asked = carrier.question[language];
  return carrier.plants ? `${codes[carrier.plants]} ${asked}` : asked;
}
