import type { CustomerType, VisitType } from '../../shared/companyValues';
import type { Words } from './types';
import { words } from './words';

/** What a customer can be, as stored, with the words for it. */
export const customerTypes = {
  상급종합병원: words(
    '상급종합병원, 상급 종합병원, 상급종병, 상급병원, 상종, 대학병원',
    'tertiary hospital, university hospital',
  ),
  종합병원: words('종합병원, 종병', 'general hospital'),
  병원: words('병원', 'hospital'),
  의원: words('의원, 동네의원, 동네 의원, 클리닉, 로컬', 'clinic, private practice'),
  약국: words('약국', 'pharmacy, pharmacies, drugstore'),
  기타: words('기타 거래처, 도매, 도매상', 'other customer, wholesaler'),
} as const satisfies Record<CustomerType, Words>;

/** What a contact can be, as stored, with the words for it. */
export const interactionTypes = {
  방문: words('방문', 'visit'),
  전화: words('전화, 통화, 유선', 'phone call, call, phone'),
  이메일: words('이메일, 메일, e메일', 'email, e-mail, mail'),
  세미나: words('세미나, 제품설명회, 제품 설명회, 설명회, 심포지엄', 'seminar, symposium, presentation'),
  기타: words('기타 활동', 'other contact'),
} as const satisfies Record<VisitType, Words>;

/** Whether a product is paid for by the health insurance. 비급여 contains 급여: the longer word is looked for first. */
export const reimbursementWords: { reimbursed: boolean; words: Words }[] = [
  {
    reimbursed: false,
    words: words('비급여, 비 급여, 비보험', 'non-reimbursed, not reimbursed, unreimbursed, non reimbursed'),
  },
  { reimbursed: true, words: words('급여, 보험급여', 'reimbursed') },
];

/** Other words for therapeutic classes; only those a company has among its products are ever used. */
export const therapeuticClassWords: Record<string, readonly string[]> = {
  고혈압: ['혈압', 'hypertension', 'antihypertensive', 'blood pressure'],
  당뇨: ['당뇨병', '혈당강하', 'diabetes', 'antidiabetic', 'diabetic'],
  고지혈증: [
    '이상지질혈증',
    '고콜레스테롤혈증',
    '지질',
    'dyslipidemia',
    'dyslipidaemia',
    'hyperlipidemia',
    'lipid',
    'statin',
  ],
  항응고: ['항응고제', 'anticoagulant'],
  항혈소판: ['항혈소판제', 'antiplatelet'],
  소화기: ['소화기계', '위장', '위장관', 'gastrointestinal', 'digestive', 'gi'],
  진통소염: [
    '소염진통',
    '소염진통제',
    '진통제',
    '소염제',
    'analgesic',
    'anti-inflammatory',
    'nsaid',
    'painkiller',
  ],
  항생제: ['항생', '항균제', 'antibiotic'],
  호흡기: ['호흡기계', '천식', 'respiratory'],
  비뇨기: ['비뇨', '발기부전', 'urology', 'urological'],
  탈모: ['탈모증', 'hair loss', 'alopecia'],
  비만: ['비만증', '체중감량', 'obesity', 'weight loss'],
};
