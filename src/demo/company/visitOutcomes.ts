/** How a talk ended and what may follow from it; more likely endings stand there more than once. */
export interface Outcome {
  reaction: string;
  nextActions: string[];
  /** Makes no sense for a medicine that insurance does not pay for. */
  reimbursedOnly?: true;
}

export const CLINICAL_OUTCOMES: Outcome[] = [
  {
    reaction: '신규 환자부터 처방해 보겠다고 함.',
    nextActions: ['2주 후 방문해 처방 시작 여부 확인', '첫 처방 환자 반응 청취'],
  },
  {
    reaction: '반응 긍정적, 다음 달 처방 확대 의사 있음.',
    nextActions: ['월말 처방 {few}건 이상 발생 여부 확인', '다음 달 첫 주 재방문', '제품설명회 일정 제안'],
  },
  {
    reaction: '자료에 만족하며 동료 의료진과 공유하겠다고 함.',
    nextActions: ['공유용 자료 추가 전달', '다음 방문 때 장기 추적 데이터 전달'],
  },
  {
    reaction: '기존 환자 중 {few}명을 우선 전환해 보기로 함.',
    nextActions: ['전환 환자 4주 경과 확인', '월말 처방 전환 여부 확인'],
  },
  {
    reaction: '국내 데이터가 더 있으면 보고 싶다고 함.',
    nextActions: ['임상 요약 자료 메일 발송', '학술팀에 문의 후 이번 주 안에 회신'],
  },
  {
    reaction: '급여기준을 한 장으로 정리해 달라고 요청함.',
    nextActions: ['급여기준 요약본 출력해 재방문', '급여기준 요약본 메일 발송'],
    reimbursedOnly: true,
  },
  {
    reaction: '이상사례 발생률을 표로 요청함.',
    nextActions: ['허가사항의 이상사례 표 전달', '학술팀 검토 자료 받아 회신'],
  },
  {
    reaction: '용량 조절표를 진료실에 붙여 두고 싶다고 함.',
    nextActions: ['용량 조절표 인쇄물 전달', '승인된 용량 조절표 파일 발송'],
  },
  {
    reaction: '당장 변경은 어렵고 경과를 더 보겠다고 함.',
    nextActions: ['한 달 뒤 처방 추이 보고 재접촉', '다음 달 초 재방문'],
  },
  {
    reaction: '바쁜 일정으로 자세한 논의는 다음으로 미룸.',
    nextActions: ['진료 한가한 요일 오전에 재방문', '전화로 면담 일정 다시 잡기'],
  },
  {
    reaction: '현재 처방에 불편이 없어 검토만 해 보겠다고 함.',
    nextActions: ['차별화 자료 보완 후 재접촉', '분기 말 재방문'],
  },
  {
    reaction: '경쟁 품목 가격이 더 낮다며 부정적.',
    nextActions: ['환자 부담금 비교표 준비', '팀장 동행 방문 요청'],
  },
  {
    reaction: '최근 타사 제품으로 바꿨다고 함.',
    nextActions: ['바꾼 이유 확인 후 팀 회의에 공유', '팀장 동행 방문 요청'],
  },
  {
    reaction: '이상사례 경험 때문에 신규 처방은 보류 중.',
    nextActions: ['이상사례 보고 접수 후 경과 공유', '안전성 자료 준비해 재방문'],
  },
];

export const TRADE_OUTCOMES: Outcome[] = [
  { reaction: '이번 주 안에 주문하겠다고 함.', nextActions: ['주문 접수 여부 확인', '배송 일정 안내'] },
  {
    reaction: '수량은 처방 추이를 보고 정하겠다고 함.',
    nextActions: ['월말 재고 재확인', '인근 처방 추이 확인 후 연락'],
  },
  {
    reaction: '안내 자료에 만족해함.',
    nextActions: ['다음 정기 방문 때 재고 확인', '복약 안내문 20부 추가 전달'],
  },
  {
    reaction: '재고 부담 때문에 당분간 주문을 줄이겠다고 함.',
    nextActions: ['소포장 공급 가능 여부 확인', '다음 달 초 재방문'],
  },
  {
    reaction: '반품 처리가 늦다며 개선을 요청함.',
    nextActions: ['물류팀에 반품 처리 현황 문의', '반품 처리 결과 유선 안내'],
  },
  {
    reaction: '같은 성분 타사 품목도 함께 두고 있다고 함.',
    nextActions: ['낱알 식별 자료 전달', '공급 조건 확인 후 회신'],
  },
];

export const LAUNCH_OUTCOMES: Outcome[] = [
  {
    reaction: '병용 중인 환자부터 전환해 보겠다고 함.',
    nextActions: ['2주 후 전환 환자 수 확인', '전환 안내문 전달'],
  },
  {
    reaction: '급여 조건을 다시 확인하고 결정하겠다고 함.',
    nextActions: ['급여기준 요약본 전달', '전화로 급여 질의 회신'],
  },
  {
    reaction: '정제 크기가 커서 고령 환자는 걱정된다고 함.',
    nextActions: ['정제 크기 비교 자료 전달', '실물 모형 지참해 재방문'],
  },
  {
    reaction: '장기 데이터가 나올 때까지 기다리겠다고 함.',
    nextActions: ['임상 요약 자료 메일 발송', '분기 말 재방문'],
  },
];

export const SHORTAGE_OUTCOMES: Outcome[] = [
  {
    reaction: '재공급 일정이 확정되면 바로 알려 달라고 함.',
    nextActions: ['재공급 일정 확정 즉시 유선 안내'],
  },
  { reaction: '그동안 다른 항생제로 대신하겠다고 함.', nextActions: ['재공급 후 첫 주에 방문'] },
  {
    reaction: '반복되면 품목을 바꿀 수밖에 없다고 함.',
    nextActions: ['팀장 동행 방문 요청', '공급 안정화 계획 공문 전달'],
  },
  { reaction: '급한 대로 소량이라도 배정을 요청함.', nextActions: ['잔여 재고 배정량 확인 후 회신'] },
];
