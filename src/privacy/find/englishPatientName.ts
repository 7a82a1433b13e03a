import type { Finding } from './finding';

/** How far from "patient" its name may stand, in characters. */
const reach = 60;

/** Words in capitals that stand beside "Patient" in titles, and names of what is no person. */
const notNames = new Set(
  `access adherence advocacy and are assistance association at baseline capsule capsules care case center centre clinic clinical compliance
   consent counseling count data days diary document education enrollment experience flow for form from group guide handbook has heart hospital how id
   identification in inclusion inc information injection insert instructions is journey korea label leaflet list ltd management material materials
   medical medication monitoring note notes number of on organization outcome outcomes package pharma pharmacy phase population portal profile
   program programme protocol questionnaire record records registry report reported rights safety satisfaction screening selection seoul service
   services study support survey tablet tablets team the to transfer treatment trial type university version visit was week when who why with
   busan daegu incheon north south east west may must can should will january february march april june july august september october november
   december monday tuesday wednesday thursday friday saturday sunday doctor dr professor prof`
    .split(/\s+/)
    .filter(Boolean),
);

const word = "[A-Z][a-z]{1,20}(?:[-'][A-Za-z][a-z]{1,20})?";
const behind = new RegExp(
  `^(?<label>(?:'s|’s)? name(?: is|:)?|(?:'s|’s)? full name(?: is|:)?| named| called|:|,)? ?[("“]?(?<salutation>(?:Mr|Mrs|Ms|Miss)\\.? )?(?<name>(?<first>${word}|[A-Z]\\.)(?:,? [A-Z]\\.)?(?:,? (?<last>${word}))?)(?![A-Za-z])`,
);
const ahead = new RegExp(
  `(?<salutation>\\b(?:Mr|Mrs|Ms|Miss)\\.? )?(?<name>\\b(?<first>${word})(?: [A-Z]\\.)?(?: (?<last>${word}))?)(?:,| \\(|,? (?:is|was))? ?(?:(?:a|an|the|our|his|her|my) )?$`,
);

/** Else "patient" only says more of the word behind it: `a patient market`. */
const standsAlone =
  /^(?:[),.;!?]|$| (?:of|with|who|at|in|on|from|for|last|since|and|but|had|has|is|was|reported|asked|called)\b)/;

/** Names of patients in English text: `patient John Doe`, `Mr. Doe, a patient`. */
export function findEnglishPatientNames(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { index, 0: said } of text.matchAll(/\bpatient\b/gi)) {
    const from = index + said.length;
    const rest = text.slice(from, from + reach);
    const after = behind.exec(rest);
    if (after && isPerson(after)) {
      const start = from + after[0].length - after.groups!.name!.length;
      found.push({ kind: 'patient_name', start, end: start + after.groups!.name!.length });
      continue;
    }
    const begin = Math.max(0, index - reach);
    const front = text.slice(begin, index);
    const foregoing = ahead.exec(front);
    if (
      foregoing &&
      /[,(]|\b(?:is|was)\b/.test(front.slice(foregoing.index)) &&
      standsAlone.test(rest) &&
      isPerson(foregoing)
    ) {
      const { salutation = '', name } = foregoing.groups!;
      const start = begin + foregoing.index + salutation.length;
      found.push({ kind: 'patient_name', start, end: start + name!.length });
    }
  }
  return found;
}

/** A single name is one only behind a salutation. */
function isPerson({ groups }: RegExpMatchArray): boolean {
  const { salutation, first = '', last } = groups!;
  const words = [first, last ?? ''].map((part) => part.toLowerCase());
  return (salutation !== undefined || last !== undefined) && !words.some((part) => notNames.has(part));
}
