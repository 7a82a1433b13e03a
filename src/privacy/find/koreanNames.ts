/** Family names; the rare ones that are rather words (어, 상, 시) are left out. */
const familyNames =
  '김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은용봉태목형호간';
const doubleFamilyNames = ['남궁', '황보', '제갈', '사공', '선우', '독고', '서문'];

/** Syllables that given names are made of. */
const givenSyllables = new Set(
  '가강건겸경계고관광교구국권규균근금기길나남늘다단달담대덕도돈동두라란람래려련록루름리린림마말만명모목무문미민배백범별병보복봉분빈빛상새서석선설섭성세소솔솜송수숙순슬승시신실심아안애양언엄여연열엽영예오옥온완용우욱운웅원월위유윤율은의이익인일임자장재전점정제조종주준중지진찬창채천철청초춘충치칠태택평필하학한해향헌혁현협형혜호홍화환효후훈휘흔흠희',
);

/** Words before or behind "환자" that are made like names. Whatever ends in an ending of `likeWords` needs no line here. */
const notNames = new Set(
  `고령 고혈압 고지혈 고위험 고용량 기저 기존 기타 나이 남성 남자 노인 노령 단순 대상 대부분 도입 동일 동의 동반 만성 모든 모집 문의 민감 민원
   방문 방광 배정 변경 변비 보험 복용 비만 상담 상태 서울 선정 선택 선호 설명 성인 성별 소개 소아 소견 수술 순응 시술 시작 신규 신부전 신장
   신청 신환 심장 심근 심방 안내 안전 안과 양성 양측 여성 여자 여러 연령 영향 예방 예정 오전 오후 외래 요양 우려 우리 우선 원내 원외 위암 위염
   위장 유방 유소아 유아 유지 유형 은퇴 이동 이번 이상 이송 이식 이외 이용 이전 이후 이런 이정도 인원 인지 인구 일반 일부 임부 임산부 임상 임신
   임종 입원 자가 장기 장애 재원 재진 전체 전문의 전원 전환 정도 정보 정상 정신 제외 조기 조사 조건 조절 조정 주로 주요 주의 주의사항 주의점 주치의
   중단 중증 지난 지속 지원 지역 지침 진단 진료 진성 차트 처방 천식 초기 초진 추가 추적 치매 치료 태아 통증 투석 투약 투여 편의 평가 표적 표본 하루
   한국 한국인 해당 현재 현황 현장 혈압 협심 호흡 홍보 환급 회복 후기 희귀 강남 강동 강북 강서 강원 경기 경남 경북 경증 고양 공황 구로 구강 구토
   국내 국소 금기 금연 기록 기준 기간 길이 마약 명단 명부 목표 문제 반응 발생 방법 방향 배려 백신 병력 부담 부작용 비율 사례 사망 사용 사이 상황
   서류 서비스 석회 선천 설사 성향 소화 손상 송파 수가 수치 시험 신고 신체 실적 심리 심부전 심사 안구 안정 약물 양천 어린이 연구 영양 용량 용법
   우울 원인 유무 유사 유전 유입 유치 의견 의료 의무 이력 이름 이용자 이탈 이해 인식 인정 자료 자녀 장벽 전달 전후 접근 접수 정맥 제공 제한 조합
   조치 종류 주기 주민 주사 중심 증가 증상 지표 지불 진행 차이 차단 체중 추이 추정 통계 특성 편두통 평균 표준 하지 한정 함께 항목 허가 허리 현금
   형태 호소 확인 효과 후속 희망 신길동 서초동 방배동 신정동 정자동 신사동 도곡동 명동 성동 전신 정기 정형 지방 진통 구분 구성 인수 인계 오류
   여부 여유 도움 동향 동선 모니터 모임 민간 반복 방식 배경 백분율 변화 변동 사고 사유 사진 상급 선별 설문 성과 성명 소득 소변 수요 시기 시점
   심각 안심 안착 양상 어려움 연락 연장 예후 용도 우수 운동 원장 위주 위치 위험 음주 이유 이익 인증 장점 전용 전략 정리 정의 제도 조회 주소 주장
   지도 지정 진입 차액 채널 추세 표시 하나 한도 형편 감소 감염 공급 공단 공유 기대 기여 간호 간병 상해 공무원 구성원 조합원 연구원 임직원 시간 금액 금지 부모 부부 명의 명수 가족`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Endings of words for illnesses, parts, places, adjectives and shares, which names end in too rarely to count. */
const likeWords =
  /(?:병|증|암|염|통|부전|질환|장애|결핵|골절|경화|출혈|빈혈|비만|치매|마비|한|인|은|는|던|된|할|될|의|중|용|시|후|전|상|형|성|군|층|별|적|제|정|례|률|율|도|구|과|력|량|비|권|화|자|팀|부|차|간|기|수|약|품|점|면|측|사|일|물)$/u;
/** Of these only some are never the end of a name; the others need the family name of few words. */
const nameLikeEndings = /(?:은|인|한|용|중|상|형|성|정|전|구|율|도|화|자|기|수|일|제|비|시|후)$/u;
/** Family names with which hardly a word of the trade begins. */
const clearFamilyNames = new Set('김박최윤황홍권곽송류엄');

/** Particles that follow a person. */
const tails =
  /^(?:이)?(?:님|씨|양|군|어르신|할머니|할아버지)?(?:이라는|라는|이라고|라고|이며|이고|이가|이는|이를|이의|이도|에게서|에게는|에게도|에게|한테는|한테|께서는|께서|께|이|가|은|는|을|를|의|와|과|도|만|로|으로|입니다|이에요|예요|인데|이다|랑|하고|이었어요?|였어요?|이야|야|이래요?|래요?)?$/u;

const masked = /^[가-힣](?:[○〇◯OoXx*×●ㅇ]{1,2}[가-힣]?)/u;

/** Whether this is a person's name, family name first: by its syllables, `sure` when something else says so already. */
export function isKoreanName(word: string, sure: boolean): boolean {
  const family = doubleFamilyNames.find((name) => word.startsWith(name)) ?? word[0]!;
  const given = Array.from(word.slice(family.length));
  if (family.length === 1 && !familyNames.includes(family)) return false;
  if (given.length < 1 || given.length > 2 || notNames.has(word)) return false;
  if (!given.every((syllable) => givenSyllables.has(syllable))) return false;
  if (sure) return true;
  if (given.length < 2 && family.length === 1) return false;
  if (family.length === 2) return true;
  if (notNames.has(word.slice(0, 2))) return false;
  return !likeWords.test(word) || (clearFamilyNames.has(family) && nameLikeEndings.test(word));
}

/**
 * The name that a piece of Korean text begins with, with the particle behind it cut off.
 * @returns how long it is; 0 where it begins with none
 */
export function nameAtStart(text: string, sure: boolean): number {
  const hidden = masked.exec(text);
  if (hidden && familyNames.includes(hidden[0][0]!)) return hidden[0].length;
  const word = /^[가-힣]{2,12}/u.exec(text)?.[0] ?? '';
  for (const length of [3, 4, 2]) {
    const tail = word.slice(length);
    if (word.length < length || !tails.test(tail)) continue;
    if (isKoreanName(word.slice(0, length), sure || /^(?:님|씨)/u.test(tail))) return length;
  }
  return 0;
}

/** The name that a piece of Korean text ends with. @returns how long it is; 0 where it ends with none */
export function nameAtEnd(text: string, sure: boolean): number {
  const hidden = /(?<![가-힣])[가-힣](?:[○〇◯OoXx*×●ㅇ]{1,2}[가-힣]?|모)$/u.exec(text);
  if (hidden && familyNames.includes(hidden[0][0]!) && (sure || !hidden[0].endsWith('모')))
    return hidden[0].length;
  const word = /(?<![가-힣A-Za-z0-9])[가-힣]{2,4}$/u.exec(text)?.[0] ?? '';
  return word && isKoreanName(word, sure) ? word.length : 0;
}
