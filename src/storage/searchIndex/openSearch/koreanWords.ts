/**
 * Words nori must keep whole, by the prefix that turns them round. Left alone it cuts `비급여` into 비 and 급여, and with its
 * default stop tags drops the prefix: "not reimbursed" is then found as "reimbursed". A prefix before any other word is a
 * term of its own. Only words that nori cuts stand here: a word of the dictionary is taken wherever its letters stand, so
 * that 내성 would tear 국내성장률 apart and 무의 업무의.
 */
const negatedWords: Record<string, string> = {
  비: `급여 보험 적응증 적응 당뇨 임상 마약성 스테로이드 판막성 소세포 경구 선택적 가역적 처방 투여
       알코올성 알콜성 결핵 출혈성 허혈성 심인성 특이적 침습적 무작위 약물 등재 대상성 호지킨 감염성 전이성 외과적`,
  미: `승인 허가 등재 준수 제출 투여 복용 치료 처방 개봉 신고 해당 충족 실시 기재 이행 완료 지급 적용 등록 반영 결정 확인
       확정 접종 진단 분류 보고 고지 반납`,
  불: `허가 승인 가능 인정 이행 일치 충분 활성 규칙 완전`,
  무: `작위 증상 허가 처치 균성`,
  부: `적응 적응증 적합 적절 적격 작용 정맥`,
  항: `응고 응고제 혈소판 혈소판제 부정맥 부정맥제 고혈압제 당뇨 당뇨병제 바이러스 바이러스제 히스타민 히스타민제 우울제 경련제
       염증 궤양제 콜린제 콜린성 진균제 전간제 구토제 정신병 정신병제 불안제 비만제 결핵제 골다공증`,
};

/** Terms that nori cuts at the wrong place, or whose parts say something else. */
const terms = `적응증 전액본인부담 선별급여 병용금기 연령금기 임부금기 고혈압 저혈압 고혈당 저혈당 당뇨병 고지혈증 이상지질혈증
  마약성 판막성 소세포 선택적 가역적 상호작용 이상반응 이상사례 감수성 항생제 항암제 항균제 항혈전제 요양급여 본인부담금 상한금액`;

/** Every word in the dictionary of each index. */
export const koreanWords = [
  ...Object.entries(negatedWords).flatMap(([prefix, stems]) => split(stems).map((stem) => prefix + stem)),
  ...split(terms),
];

/** Only what carries grammar and no meaning is dropped: endings, particles, copula, verb suffixes, punctuation. */
export const droppedPartsOfSpeech = ['E', 'J', 'VCP', 'XSA', 'XSV', 'SC', 'SE', 'SF', 'SP', 'SSC', 'SSO'];

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}
