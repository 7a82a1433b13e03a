import { maskedKinds, personalDataKinds, type PersonalDataKind } from '../shared/personalData';
import { findPersonalData } from './findPersonalData';
import { maskDeep } from './maskDeep';
import { maskText, type MaskRule } from './maskText';
import { openStreamedMask, type StreamedMask } from './streamedMask';

/**
 * What is done with a kind of personal data: `mask` stores its name in its place, `flag` stores it and says in the trace of the
 * turn that it is there, `keep` does not look.
 */
export const personalDataPolicies = ['mask', 'flag', 'keep'] as const;
export type PersonalDataPolicy = Record<PersonalDataKind, (typeof personalDataPolicies)[number]>;

/** Masks a text, or every text of a JSON value. */
export type Mask = <T>(value: T) => T;

/** Masking for one turn. */
export interface TurnMasks {
  mask: Mask;
  /** Of the text of its answer, which comes in pieces. */
  openText(): StreamedMask;
}

export type Privacy = ReturnType<typeof createPrivacy>;

/** What companies print on their papers, to be reached by. */
const contacts = new Set<PersonalDataKind>(['phone', 'email']);

/** Masks personal data by the policy: what is stored, and what a chat model is told. */
export function createPrivacy(policy: PersonalDataPolicy) {
  const masked = personalDataKinds.filter((kind) => policy[kind] === 'mask');
  const kinds = new Set(masked);
  const maskBy =
    (rule: MaskRule): Mask =>
    (value) =>
      maskDeep(value, (text) => maskText(text, rule));

  return {
    mask: maskBy({ kinds }),

    /** For records of what people did to the system: their e-mail addresses are their names there. */
    maskEvent: maskBy({ kinds: new Set(masked.filter((kind) => kind !== 'email')) }),

    /** For a turn: a contact that stands in a passage it has read is the company's own, and stays. */
    ofTurn(passages: () => readonly { text: string }[]): TurnMasks {
      const isSpared: MaskRule['isSpared'] = (kind, value) =>
        contacts.has(kind) && passages().some(({ text }) => text.includes(value));
      const rule = { kinds, isSpared };
      return { mask: maskBy(rule), openText: () => openStreamedMask(rule) };
    },

    /** The kinds that a text has or had: what was masked in it, and what the policy flags. */
    kindsIn(text: string): PersonalDataKind[] {
      const flagged = findPersonalData(text).filter(({ kind }) => policy[kind] === 'flag');
      return [...new Set([...maskedKinds(text), ...flagged.map(({ kind }) => kind)])];
    },
  };
}
