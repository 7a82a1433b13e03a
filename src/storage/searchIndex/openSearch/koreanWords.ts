/**
 * Words nori must keep whole. Left alone it cuts `비급여` into the prefix `비` and `급여`, and with its default stop tags
 * drops the prefix: "not reimbursed" is then found as "reimbursed". So each negating or opposing word of the trade stands
 * here beside the word it turns round. Names of brands and ingredients differ by company: the bigram fields find those.
 */
export const koreanWords = `
  급여 비급여 보험 비보험 전액본인부담 선별급여 적응증 비적응증 적응 부적응 금기 병용금기
  응고 항응고 혈소판 항혈소판 부정맥 항부정맥 고혈압 항고혈압 저혈압 고혈당 저혈당 당뇨 항당뇨 비당뇨 고지혈증 이상지질혈증
  승인 미승인 허가 미허가 불허가 등재 미등재 준수 미준수 제출 미제출 투여 비투여 미투여 처방 비처방 복용 미복용 치료 미치료
  임상 비임상 마약성 비마약성 스테로이드 비스테로이드 판막성 비판막성 소세포 비소세포 경구 비경구
  선택적 비선택적 가역적 비가역적 작용 부작용 상호작용 유효 무효 유의 무의 가능 불가능 불가 내성 감수성
  항암 항균 항바이러스 항히스타민 항우울 항경련 항염 항생제 항궤양
`
  .trim()
  .split(/\s+/);

/** Only what carries grammar and no meaning is dropped: endings, particles, copula, verb suffixes, punctuation. */
export const droppedPartsOfSpeech = ['E', 'J', 'VCP', 'XSA', 'XSV', 'SC', 'SE', 'SF', 'SP', 'SSC', 'SSO'];
