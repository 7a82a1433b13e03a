/** Kinds of personal data that are looked for in texts. */
export const personalDataKinds = [
  'resident_number',
  'driver_licence',
  'passport',
  'card',
  'account',
  'phone',
  'email',
  'patient_name',
] as const;

export type PersonalDataKind = (typeof personalDataKinds)[number];

/** What is stored in place of personal data: its kind, in Korean whoever wrote, so that it can be told again from a text. */
export const personalDataLabels: Record<PersonalDataKind, string> = {
  resident_number: '[주민등록번호]',
  driver_licence: '[운전면허번호]',
  passport: '[여권번호]',
  card: '[카드번호]',
  account: '[계좌번호]',
  phone: '[전화번호]',
  email: '[이메일]',
  patient_name: '[환자 이름]',
};

/** The kinds that stood in a text before it was stored. */
export function maskedKinds(text: string): PersonalDataKind[] {
  return personalDataKinds.filter((kind) => text.includes(personalDataLabels[kind]));
}
