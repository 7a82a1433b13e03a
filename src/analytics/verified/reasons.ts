import type { Texts } from '../semanticModel/types';

/** Why a verified query is not used, for those who keep them. */

export function unknown(name: string): Texts {
  return { ko: `‘${name}’이(가) 이제 없습니다.`, en: `‘${name}’ does not exist any more.` };
}

export function ambiguous(name: string): Texts {
  return {
    ko: `‘${name}’에 해당하는 이름이 여럿입니다. 질문에 지역이나 팀을 함께 적어 주세요.`,
    en: `‘${name}’ may mean several. Please put the region or team into the question.`,
  };
}

export function notNamed(names: string[]): Texts {
  const list = names.join(', ');
  return {
    ko: `조회 조건의 거래처·직원·팀(${list})이 질문에 없습니다. 질문에 이름을 적거나 조건에서 빼 주세요.`,
    en: `Customers, people or teams of the query (${list}) are not in the question. Name them there, or take them out.`,
  };
}

export function refused(message: string): Texts {
  return {
    ko: `데이터베이스가 이 조회를 실행할 수 없습니다: ${message}`,
    en: `The database cannot run this query: ${message}`,
  };
}

export const noQuery: Texts = {
  ko: '이 대화에는 확인할 실적·활동 조회가 없습니다.',
  en: 'This turn ran no query of figures.',
};

export const severalQueries: Texts = {
  ko: '이 대화는 실적과 활동을 함께 조회했습니다. 한 가지만 묻는 질문으로 확인해 주세요.',
  en: 'This turn ran queries of sales and of contacts. Please approve a question that asks for one of them.',
};
