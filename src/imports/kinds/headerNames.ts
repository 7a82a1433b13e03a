import { columnsOf, type ImportKind } from '../../shared/imports';

/** What columns are called in files, beside our own names. Case, spaces and signs do not count. */
const names: Record<string, string[]> = {
  employeeNo: [
    '사번',
    '사원번호',
    '직원번호',
    '담당자사번',
    '영업사원',
    '담당자',
    'emp no',
    'employee number',
    'rep no',
  ],
  name: [
    '이름',
    '성명',
    '명칭',
    '거래처명',
    '직원명',
    '요양기관명',
    'full name',
    'customer name',
    'employee name',
  ],
  email: ['이메일', '메일', '이메일주소', 'e-mail', 'email address'],
  role: ['역할', '권한', '직무'],
  team: ['팀', '소속', '부서', '팀명', 'department'],
  code: [
    '코드',
    '거래처코드',
    '요양기관기호',
    '제품코드',
    '보험코드',
    '품목코드',
    'customer code',
    'product code',
  ],
  type: [
    '유형',
    '구분',
    '종별',
    '거래처유형',
    '종류',
    '활동유형',
    '방문유형',
    'kind',
    'customer type',
    'interaction type',
  ],
  region: ['지역', '시군구', '권역', 'area'],
  address: ['주소', '소재지'],
  grade: ['등급', '거래처등급', 'class'],
  aliases: ['별칭', '별명', '약칭', 'alias', 'other names'],
  brand: ['제품명', '품목명', '상품명', '브랜드', '약품명', 'product', 'product name', 'brand name'],
  ingredient: ['성분', '성분명', '주성분', '주성분명', 'active ingredient'],
  reimbursed: ['급여', '급여구분', '급여여부', '보험구분', 'reimbursement'],
  therapeuticClass: ['치료군', '효능군', '약효군', '약효분류', '분류', 'class', 'therapeutic class'],
  unitPrice: ['단가', '약가', '가격', '보험약가', 'price', 'unit price'],
  customerCode: [
    '거래처코드',
    '거래처',
    '요양기관기호',
    '요양기관코드',
    '거래처번호',
    'customer',
    'customer no',
    'hospital code',
  ],
  productCode: [
    '제품코드',
    '제품',
    '품목코드',
    '보험코드',
    '약품코드',
    '상품코드',
    'product',
    'product no',
    'item code',
  ],
  validFrom: ['시작일', '배정시작일', '적용시작일', '배정일', 'from', 'start', 'start date'],
  validTo: ['종료일', '배정종료일', '적용종료일', '해제일', 'to', 'end', 'end date', 'until'],
  soldOn: [
    '판매일',
    '판매일자',
    '매출일',
    '매출일자',
    '일자',
    '거래일자',
    '거래일',
    '납품일',
    '출고일',
    'date',
    'sales date',
    'sale date',
    'sold date',
  ],
  lineNo: ['행번호', '줄번호', '라인번호', '순번', 'line', 'line number'],
  quantity: ['수량', '판매수량', '처방수량', 'qty'],
  amount: [
    '금액',
    '매출',
    '매출액',
    '판매금액',
    '공급가액',
    '목표',
    '목표금액',
    '처방금액',
    'sales amount',
    'target',
    'target amount',
  ],
  month: ['월', '년월', '연월', '목표월', '기준월', 'year month', 'yyyymm'],
  occurredAt: [
    '일시',
    '방문일시',
    '활동일시',
    '방문일',
    '활동일',
    '날짜',
    'date',
    'visited at',
    'time',
    'visit date',
  ],
  summary: ['내용', '요약', '활동내용', '방문내용', '상담내용', 'note', 'notes', 'content'],
  nextAction: [
    '다음 행동',
    '후속조치',
    '다음 계획',
    '향후계획',
    '다음 조치',
    'follow up',
    'next step',
    'next steps',
  ],
  productCodes: ['제품코드', '제품', '디테일 제품', '관련 제품', '품목코드', 'products', 'product'],
};

/** A header without what does not count in it. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** Column of a kind by what a file may call it. Our own names come first. */
export function headerNamesOf(kind: ImportKind): Map<string, string> {
  const columns = columnsOf(kind);
  const known = new Map<string, string>();
  for (const column of columns) known.set(plainHeader(column), column);
  for (const column of columns) {
    for (const name of names[column]!) {
      if (!known.has(plainHeader(name))) known.set(plainHeader(name), column);
    }
  }
  return known;
}
