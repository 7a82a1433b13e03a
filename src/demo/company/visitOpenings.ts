import type { InteractionType } from './types';

/** How a contact began, at a place where patients are treated. */
export const CLINICAL_OPENINGS: Record<InteractionType, string[]> = {
  방문: [
    '{person} 정기 방문.',
    '오전 진료 시작 전 {person} 면담.',
    '점심시간 직전 {person} 짧게 면담.',
    '외래 종료 후 {person} 면담 10분.',
    '{person} 방문, 신규 브로슈어 전달.',
    '예약 방문으로 {person} 면담 15분.',
    '대기 환자가 많아 {person} 5분 면담.',
    '제품설명회 일정 협의차 {person} 방문.',
    '팀장 동행 방문, {person} 면담.',
  ],
  전화: [
    '{person} 통화 5분.',
    '{person} 문의 전화 회신.',
    '방문 전 일정 확인차 {person} 통화.',
    '지난 방문 후속으로 {person} 통화.',
  ],
  이메일: [
    '{person} 앞 학술자료 메일 발송.',
    '{person} 메일 문의에 답변.',
    '면담 때 요청받은 자료를 {person} 앞으로 발송.',
  ],
  세미나: [
    '제품설명회 진행(참석 {many}명), 종료 후 {person} 면담.',
    '지역 학술 모임에서 {person} 면담.',
    '온라인 심포지엄 시청 후 {person} 의견 청취.',
    '학술 집담회 제품 발표 후 {person} 질의응답.',
  ],
  기타: [
    '학회 전시 부스에서 {person} 면담.',
    '처방 코드 점검차 들러 {person} 면담.',
    '방문 출입 규정 변경 안내를 {person}께 받음.',
  ],
};

/** The same at a pharmacy or another buyer. */
export const TRADE_OPENINGS: Record<InteractionType, string[]> = {
  방문: [
    '{person} 정기 방문.',
    '오픈 직후 {person} 면담.',
    '한가한 오후 시간에 {person} 면담 10분.',
    '재고 확인차 들러 {person} 면담.',
    '복약 안내문 전달하며 {person} 면담.',
  ],
  전화: ['{person} 통화 5분.', '{person} 주문 문의 전화 회신.', '지난 방문 후속으로 {person} 통화.'],
  이메일: ['{person} 앞 거래명세와 제품 안내문 메일 발송.', '{person} 메일 문의에 답변.'],
  세미나: [
    '지역 약사 연수교육(참석 {many}명) 후 {person} 면담.',
    '온라인 복약지도 강의 시청 후 {person} 의견 청취.',
  ],
  기타: ['거래명세 확인차 들러 {person} 면담.', '반품 수거차 들러 {person} 면담.'],
};
