import { isNegated } from './negation';

/** Words that a prefix turns into their opposite: 급여 and 비급여, 투여 and 미투여, 응고 and 항응고, 승인 and 불승인. */
const stems =
  `급여 보험 적응증 응고 혈소판 투여 복용 처방 제출 승인 허가 등재 준수 사용 보고 신고 달성 가능 허용 대상 포함 참석 회원 공개
유효 유의 개봉 해당 완료 이수 등록 확인 정산 수령 판막성 마약성 임상 스테로이드 소세포 경구 선택적 가역적 치료 접종 감염 동의 합격 참여
발생 반응 관리 납부 결제 지급 인증 배정 검출 충족 비치 기재 작성 배포 필요 충분 안정 규칙 일치 만족 균형 특정 활성 공식
정규 상업 영리 흡연 증상 과세 성년 취학 수술 대면 자격 면허 상환 보상 제공 적격 이행 입력 선정 개설 채택 해결 회수 입금`.split(
    /\s+/,
  );

const negating = '비미불무항';

/** The same stem as it stands plain and as it stands negated. */
const pairs = stems.map((stem) => ({
  plain: new RegExp(`(?<![${negating}])${stem}`, 'u'),
  // At the beginning of a word: the 비 of 교통비정산 is a cost. 급여 is written together with anything before it.
  negated: new RegExp(`${stem === '급여' ? '' : '(?<![가-힣])'}[${negating}]${stem}`, 'u'),
}));

/**
 * Whether a passage speaks only of the opposite of what is asked: of 급여 where the question says 비급여, or the other way
 * round. To an engine the two are nearly one word, and to a vector nearly one meaning. A passage that has both, or neither,
 * says nothing against itself.
 */
export function contradicts(question: string): (passage: string) => boolean {
  // 필요하지 않은 is 불필요: a word that the question goes on to deny is not asked for as it stands.
  const isDenied = isNegated(question);
  const asked = pairs.flatMap(({ plain, negated }) => {
    const asksNegated = negated.test(question);
    const asksPlain = plain.test(question);
    if (isDenied && !asksNegated) return [];
    // Who names both compares them.
    if (asksNegated === asksPlain) return [];
    return [asksNegated ? { wanted: negated, opposite: plain } : { wanted: plain, opposite: negated }];
  });
  return (passage) => asked.some(({ wanted, opposite }) => !wanted.test(passage) && opposite.test(passage));
}
