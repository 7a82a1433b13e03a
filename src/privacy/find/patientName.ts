import type { Finding } from './finding';
import { nameAtEnd, nameAtStart } from './koreanNames';

/** Who is called so is a doctor, pharmacist or colleague, and is named for business. */
const title =
  /^\s?(?:교수|원장|선생|과장|의사|약사|대표|부장|팀장|간호사|박사|실장|이사|차장|대리|사원|주임|사장|국장|소장|센터장|병원|의원|약국|센터|제약|전문의|담당)/u;

/** How far from "환자" its name may stand, in characters. */
const reach = 28;

/** What may stand between "환자" and the name behind it. Named groups: `label` says that a name follows. */
const between =
  /^(?<label>(?:분|의)? ?(?:이름|성명|성함|실명|명)(?: ?[:=]| ?[은는이가])? ?)?(?<plain>분?(?:인 |이신 )? ?[:=(]? ?["'“‘「]?)/u;
const age =
  /^ ?(?:님|씨)? ?[(,]? ?(?:(?:남|여|남성|여성|남자|여자|[MF])[ ,/]{0,2})?\d{1,3} ?(?:세|살|[/(,] ?[MF남여])/u;
const before =
  /(?<honorific> ?(?:님|씨|양|군|어르신|할머니|할아버지)(?:[이은는]|께서)?)?(?<linking>이라는|라는|이란|란)?(?<age> ?\(?(?:(?:남|여|[MF])[ ,/]{0,2})?\d{1,2}(?: ?세|[/,] ?[MF남여])?\)?)? ?\(?$/u;

/** A name with age and sex behind it is a patient's, also where nobody says so: `홍길동(남/62)`. */
const sexAndAge =
  /(?<![가-힣])([가-힣]{2,4}) ?(?:님|씨)? ?\( ?(?:(?:남|여|남성|여성|남자|여자|M|F) ?[,/] ?\d{1,3}(?: ?세)?|\d{1,3}(?: ?세)? ?[,/] ?(?:남|여|남성|여성|남자|여자|M|F)) ?\)/gu;

/** Names of patients in Korean text: beside the word 환자, or with sex and age. */
export function findKoreanPatientNames(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('환자'); at >= 0; at = text.indexOf('환자', at + 2)) {
    const span = nameBehind(text, at + 2) ?? nameBefore(text, at);
    if (span) found.push({ kind: 'patient_name', ...span });
  }
  for (const match of text.matchAll(sexAndAge)) {
    const length = nameAtEnd(match[1]!, true);
    if (length > 0 && length === match[1]!.length)
      found.push({ kind: 'patient_name', start: match.index, end: match.index + length });
  }
  return found;
}

function nameBehind(text: string, from: number): { start: number; end: number } | null {
  const behind = text.slice(from, from + reach);
  const { label, plain = '' } = between.exec(behind)?.groups ?? {};
  if (!label && plain === '') return null;
  const start = (label ?? '').length + plain.length;
  const rest = behind.slice(start);
  const hasAge = (length: number) => age.test(rest.slice(length));
  const sure = label !== undefined || /^[가-힣]{2,4} ?(?:님|씨)(?![가-힣])/u.test(rest);
  const length =
    nameAtStart(rest, sure) ||
    [3, 2, 4].find((size) => hasAge(size) && nameAtStart(rest.slice(0, size), true)) ||
    0;
  if (length === 0 || title.test(rest.slice(length))) return null;
  return { start: from + start, end: from + start + length };
}

function nameBefore(text: string, at: number): { start: number; end: number } | null {
  const ahead = text.slice(Math.max(0, at - reach), at);
  const match = before.exec(ahead)!;
  if (match[0] === '') return null;
  const bare = /[ (]+$/u.exec(ahead);
  const plain = bare ? nameAtEnd(ahead.slice(0, bare.index), false) : 0;
  if (bare && plain > 0) return { start: at - bare[0].length - plain, end: at - bare[0].length };
  const { honorific, linking, age: aged } = match.groups!;
  const sure = honorific !== undefined || linking !== undefined || Boolean(aged?.trim());
  const length = nameAtEnd(ahead.slice(0, match.index), sure);
  const end = Math.max(0, at - reach) + match.index;
  return length === 0 ? null : { start: end - length, end };
}
