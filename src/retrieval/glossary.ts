/**
 * Words of the trade that mean the same, as a rep, a rule and an English paper say it. A question that has one of a line is
 * searched by the others too, with less weight. General vocabulary of pharmaceutical sales in Korea, not of one company: the
 * names of products come from the database.
 */
export const synonyms: readonly (readonly string[])[] = lines(`
용량 용법 복용량 투여량 dose dosage dosing
복용 투여 투약 먹 take administer administration
1일1회 하루한번 once-daily
부작용 이상반응 유해반응 이상사례 adverse side-effect
이상사례 부작용 안전성정보 pharmacovigilance adverse-event
금기 투여금지 contraindication contraindicated
병용 함께 같이 상호작용 concomitant interaction combination
주의 경고 caution warning precaution
적응증 효능 효과 허가사항 indication
효능 효과 efficacy effect
임상 임상시험 trial study
대조군 위약 placebo control
일차평가변수 주평가변수 primary-endpoint endpoint
유의 유의성 significant significance
환자 대상자 피험자 patient patients subject
고령자 노인 어르신 elderly older
소아 어린이 아이 pediatric child children
임부 임신 임산부 pregnancy pregnant
수유부 수유 모유 breastfeeding lactation
신장애 신기능 콩팥 신장 신부전 renal kidney
간장애 간기능 간 간부전 hepatic liver
심부전 heart-failure
심방세동 부정맥 atrial-fibrillation
고혈압 혈압 hypertension blood-pressure
당뇨 당뇨병 혈당 diabetes glucose
당화혈색소 hba1c
고지혈증 이상지질혈증 콜레스테롤 지질 dyslipidemia cholesterol lipid
저혈당 hypoglycemia
저혈압 hypotension
출혈 피 bleeding hemorrhage
항응고 항응고제 anticoagulant anticoagulation
항혈소판 항혈소판제 antiplatelet
뇌졸중 중풍 stroke
어지럼 어지러움 현기증 dizziness
두통 머리 headache
부종 붓 edema swelling
오심 메스꺼움 구역 nausea
설사 diarrhea
천식 asthma
위식도역류 역류성식도염 속쓰림 gerd reflux
크레아티닌청소율 crcl egfr 사구체여과율
보관 저장 보관방법 storage store
유효기간 사용기한 유통기한 expiry shelf-life
냉장 냉장보관 refrigerate refrigerated
성상 제형 생김새 모양 식별 appearance identification
정제 알약 tablet tablets
캡슐 capsule
포장 포장단위 packaging pack
제조 생산 manufacture
공급 출하 수급 supply
품절 공급중단 공급부족 shortage out-of-stock
재개 정상화 resumption resume
반품 회수 환불 return returns
회수 리콜 recall
약가 상한금액 가격 보험가 price
인하 하락 조정 reduction cut
인상 상승 조정 increase raise
급여 보험적용 보험급여 reimbursement reimbursed covered coverage
비급여 전액본인부담 보험안됨 non-reimbursed non-covered
본인부담 본인부담금 copayment
심평원 건강보험심사평가원 hira
식약처 식품의약품안전처 mfds
급여기준 인정기준 reimbursement-criteria
삭감 조정 청구 claim denial
처방 prescription prescribe
도매 도매상 유통 wholesaler distributor
결제 대금 지급 payment pay
할인 에누리 할인율 discount
마진 수수료 margin commission
주문 발주 order ordering
배송 납품 배달 delivery
거래처 고객 병원 약국 customer account client
방문 콜 디테일 visit call detailing
설명회 제품설명회 브리핑 briefing presentation product-presentation
학술대회 학회 심포지엄 congress conference symposium
식음료 식사 식대 밥값 음식 meal food beverage
한도 상한 최대 제한 limit maximum cap
경제적이익 리베이트 지출보고서 rebate kickback expenditure
공정경쟁규약 공정거래 compliance fair-competition code
판촉물 기념품 선물 사은품 gift promotional-item
견본품 샘플 견본 sample samples
강연료 자문료 사례비 honorarium speaker-fee
참가비 등록비 registration-fee
숙박 숙소 호텔 hotel accommodation lodging
교통비 여비 출장비 travel transportation
법인카드 카드 경비 비용 expense card
정산 증빙 영수증 receipt settlement reimbursement-of-expenses
승인 결재 허가 approval approve
보고 신고 제출 report submit
기한 마감 마감일 데드라인 deadline due
인센티브 성과급 보너스 수당 incentive bonus
달성률 달성 목표 achievement target attainment
평가 고과 evaluation appraisal
징계 제재 위반 처벌 sanction violation penalty
교육 연수 훈련 training education
신입 입사 신규입사자 new-hire onboarding newcomer
휴가 연차 leave vacation
담당자 담당 연락처 contact person-in-charge
회의 회의록 미팅 meeting minutes
일정 스케줄 날짜 schedule date
개인정보 정보보호 privacy personal-data
입찰 투찰 tender bid bidding
계약 contract agreement
영업 세일즈 sales
영업사원 담당자 mr rep representative
팀장 매니저 manager
본부 본사 headquarters
경쟁품 경쟁사 타사 competitor
후발의약품 제네릭 복제약 generic
오리지널 대조약 originator
시장점유율 점유율 share market-share
가이드라인 지침 권고 guideline recommendation
지침 규정 기준 규칙 rule policy standard
매출 실적 revenue sales
재고 stock inventory
파손 불량 깨짐 damage defect broken
시력 눈 시각 vision eye
차량 자동차 차 vehicle car
식후 식사후 밥먹고 after-meal with-food
식전 공복 before-meal fasting
분쇄 가루 쪼개 분할 crush split
과량 과다복용 overdose
누락 빠뜨림 잊음 missed-dose
시작 개시 initiate start
중단 중지 끊 stop discontinue discontinuation
증량 늘리 올리 increase titrate titration
감량 줄이 낮추 reduce reduction
변경 바뀌 달라 변동 개정 change changed
투석 혈액투석 신장투석 dialysis hemodialysis
반감기 half-life
흡수 absorption
배설 배출 excretion elimination
농도 concentration
체중 몸무게 weight
연령 나이 age
발열 열 fever
가려움 소양증 itching pruritus
발진 두드러기 rash urticaria
과민반응 알레르기 과민증 hypersensitivity allergy
구토 토 vomiting
변비 constipation
복통 배 abdominal-pain
졸음 졸리 drowsiness somnolence
불면 insomnia
통증 아픔 아프 pain
염증 inflammation
감염 infection
항생제 antibiotic antibiotics
백신 예방접종 접종 vaccine vaccination
골절 fracture
골다공증 osteoporosis
폐렴 pneumonia
암 종양 악성종양 cancer tumor
수술 시술 surgery procedure
입원 hospitalization admission
사망 숨지 death mortality
생존 survival
음주 술 알코올 alcohol
흡연 담배 smoking
운전 driving drive
주사 injection
연고 크림 ointment cream
시럽 syrup
흡입 흡입기 inhaler inhalation
성분 주성분 유효성분 ingredient
첨가제 부형제 excipient
의사 교수 선생님 doctor physician
약사 pharmacist
금지 prohibited banned forbidden
허용 allowed permitted
신청 접수 application apply
취소 철회 cancel cancellation
연장 extension extend
해지 종료 termination
벌금 과태료 fine
초과 넘 exceed
비용 돈 cost
무상 공짜 무료 free
보증 담보 guarantee collateral
연체 밀린 overdue
근무 일하 work
출장 business-trip
급여일 월급 봉급 salary payroll
퇴직 퇴사 그만두 resignation retirement
사고 accident incident
비밀 기밀 confidential
`);

function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((word) => word.replaceAll('-', ' ')));
}
