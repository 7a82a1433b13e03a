import type { AmbiguousName } from '../linkNames/linkedNames';
import type { Period } from '../period/calendar';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Texts } from '../semanticModel/types';

/** Questions back and remarks, in both languages. */

export function whichOne({ matched, candidates, isNear }: AmbiguousName): Texts {
  const named = candidates.map(({ name, detail }) => `${name} (${detail})`);
  const list = named.map((name, at) => `${at + 1}. ${name}`).join(', ');
  const said = spelled(matched);
  if (isNear && named.length === 1) {
    return {
      ko: `‘${said}’을(를) 찾지 못했습니다. 혹시 ${named[0]}인가요? 맞으면 “네”라고 답해 주세요.`,
      en: `‘${said}’ was not found. Did you mean ${named[0]}? Please answer “yes” if so.`,
    };
  }
  return isNear
    ? {
        ko: `‘${said}’을(를) 찾지 못했습니다. 비슷한 이름: ${list}. 어느 쪽인지 번호나 지역으로 답해 주세요.`,
        en: `‘${said}’ was not found. Names that come near: ${list}. Please answer with the number or the region.`,
      }
    : {
        ko: `‘${said}’에 해당하는 이름이 여럿입니다: ${list}. 어느 쪽인지 번호나 지역, 팀으로 답해 주세요.`,
        en: `‘${said}’ may mean several: ${list}. Please answer with the number, the region or the team.`,
      };
}

/** What a name was taken for that is not quite one. */
export function takenFor(matched: string, name: string): Texts {
  return {
    ko: `‘${spelled(matched)}’을(를) ‘${name}’(으)로 보고 조회했습니다.`,
    en: `I took ‘${spelled(matched)}’ for ‘${name}’.`,
  };
}

/** "그 거래처" where none was named. */
export function whichMeant(kind: 'customer' | 'product' | 'employee' | 'team'): Texts {
  const nouns = {
    customer: { ko: '거래처', object: '거래처를', en: 'customer' },
    product: { ko: '제품', object: '제품을', en: 'product' },
    employee: { ko: '담당자', object: '담당자를', en: 'person' },
    team: { ko: '팀', object: '팀을', en: 'team' },
  } as const;
  return {
    ko: `앞에서 한 ${nouns[kind].object} 정하지 않아 어느 ${nouns[kind].ko}인지 알 수 없습니다. 이름을 넣어 다시 물어봐 주세요.`,
    en: `No single ${nouns[kind].en} was named before. Please ask again with the name.`,
  };
}

/** A period and nothing that is counted. */
export const whichFigure: Texts = {
  ko: '어떤 수치를 볼지 함께 알려 주세요. 예: “9월 내 매출”, “지난달 방문 횟수”, “3분기 목표 달성률”.',
  en: 'Please say which figure you want, such as “my sales in September”, “visits last month” or “achievement in Q3”.',
};

/** Initials as they are typed: normalising makes other characters of them. */
function spelled(words: string): string {
  return words.replace(
    /[\u1100-\u1112]/gu,
    (initial) => 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[initial.charCodeAt(0) - 0x1100]!,
  );
}

export function notFound(names: string[]): Texts {
  const list = names.map((name) => `‘${spelled(name)}’`).join(', ');
  return {
    ko: `${list}을(를) 찾지 못했습니다. 없는 이름이거나 조회 권한이 없는 이름입니다. 거래처·제품·직원의 이름을 확인해 다시 물어봐 주세요.`,
    en: `${list} was not found: it does not exist or you may not see it. Please check the name of the customer, product or person.`,
  };
}

export function noSuchDate(dates: string[]): Texts {
  const list = dates.map((date) => `‘${date}’`).join(', ');
  return {
    ko: `${list}은(는) 없는 날짜입니다. 기간을 다시 알려 주세요. 예: “2026년 9월”, “3분기”, “최근 3개월”.`,
    en: `${list} is no date. Please give the period again, such as “September 2026”, “Q3” or “last 3 months”.`,
  };
}

/** Feasts of the moon calendar are no dates here. */
export function noFeasts(words: string[]): Texts {
  const list = words.map((word) => `‘${word}’`).join(', ');
  return {
    ko: `${list} 같은 말로는 기간을 정할 수 없습니다. 날짜로 물어봐 주세요. 예: “9월 1일부터 9월 23일까지 매출”.`,
    en: `${list} gives no dates. Please ask with days, such as “sales from September 1 to September 23”.`,
  };
}

/** "다른 팀": nobody in particular. */
export function whichOther(words: string[]): Texts {
  const list = words.map((word) => `‘${word}’`).join(', ');
  return {
    ko: `${list}이(가) 누구(어디)인지 이름을 넣어 물어봐 주세요. 조회 권한이 있는 범위만 볼 수 있습니다. 예: “팀별 매출”, “서울2팀 9월 매출”.`,
    en: `Please name who is meant by ${list}; only what you may see is shown. For example: “sales by team”.`,
  };
}

export function notYet(period: Period): Texts {
  return {
    ko: `${period.from}부터는 아직 오지 않은 기간이라 수치가 없습니다. 지난 기간으로 물어봐 주세요.`,
    en: `The period from ${period.from} has not begun, so there are no figures yet. Please ask for an earlier one.`,
  };
}

export function notUnderstood(words: string[]): Texts {
  const list = words.map((word) => `‘${word}’`).join(', ');
  return {
    ko: `질문의 ${list}은(는) 이해하지 못해 조회 조건에 넣지 않았습니다.`,
    en: `I did not understand ${list} and left it out of the conditions.`,
  };
}

export function noSuchFigures(words: string[]): Texts {
  const list = words.map((word) => `‘${word}’`).join(', ');
  const known = (language: 'ko' | 'en') =>
    [...Object.values(salesMetrics), ...Object.values(interactionMetrics)]
      .map(({ label }) => label[language])
      .join(', ');
  return {
    ko: `${list}에 대한 수치는 가지고 있지 않습니다. 조회할 수 있는 지표: ${known('ko')}.`,
    en: `There are no figures on ${list} here. What can be asked: ${known('en')}.`,
  };
}

export const noExclusion: Texts = {
  ko: '무엇을 제외한 수치는 아직 바로 조회할 수 없습니다. 포함할 조건으로 물어봐 주세요. 예: “약국별 매출”, “의원과 병원의 매출”.',
  en: 'Figures that leave something out cannot be looked up yet. Please ask for what to include, such as “sales to clinics”.',
};

export const noOwnPlace: Texts = {
  ko: '본인과 다른 사람을 견준 순위나 비중은 바로 조회할 수 없습니다. 조회 권한이 있으면 이름으로 물어봐 주세요. 예: “담당자별 매출 순위”, “한가람과 오세린 9월 매출”.',
  en: 'Your own place among others cannot be looked up. Where you may see their figures, please ask by name, such as “sales by employee”.',
};

export const noAverage: Texts = {
  ko: '평균은 계산하지 않으므로 합계로 보여 드립니다.',
  en: 'Averages are not calculated: these are totals.',
};

/** Two tables, each by its own conditions. */
export const notTogether: Texts = {
  ko: '판매와 활동의 조건은 함께 거르지 못해 표를 따로 보여 드립니다.',
  en: 'Conditions on sales and on contacts cannot be combined: each table has its own.',
};

export const onlyCustomersWithout: Texts = {
  ko: '판매가 없는 것은 거래처로만 찾을 수 있습니다. 예: “최근 3개월 주문이 없는 거래처”. 제품은 “매출 하위 10개 제품”으로 물어봐 주세요.',
  en: 'Only customers without sales can be found, such as “customers with no orders in the last 3 months”. For products ask for the “bottom 10 products”.',
};

export const noWriting: Texts = {
  ko: '조회만 할 수 있고, 기록하거나 고치거나 지우지는 않습니다. 알고 싶은 것을 물어봐 주세요.',
  en: 'I only look things up: nothing is recorded, changed or deleted. Please ask what you want to know.',
};

export const noForecast: Texts = {
  ko: '예측이나 전망은 제공하지 않습니다. 지난 기간의 수치로 물어봐 주세요. 예: “최근 12개월 월별 매출”.',
  en: 'Forecasts are not offered. Please ask for figures of the past, such as “monthly sales of the last 12 months”.',
};

export const notWholeCompany: Texts = {
  ko: '전사 실적을 볼 권한이 없어, 볼 수 있는 범위로 조회했습니다.',
  en: 'You may not see the figures of the whole company; these cover what you may see.',
};

export const emptyQuestion: Texts = {
  ko: '무엇이 궁금하신지 조금 더 자세히 물어봐 주세요. 예: “이번 달 내 매출 얼마야?”, “나루암로정 용법 알려줘”.',
  en: 'Please tell me a little more. For example: “my sales this month”, “dosage of a product”.',
};
