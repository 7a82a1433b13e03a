import type { Role } from '../shared/people';
import type { Language } from '../shared/problem';

/** Whose figures a person sees. */
export interface Scope {
  role: Role;
  team: string | null;
  /** By role or by a right given beyond it. */
  seesAll: boolean;
}

/** Whose figures an answer is made of, in words; `mine`: only the person's own. Row-level security is what keeps to it. */
export function scopeInWords({ role, team, seesAll }: Scope, language: Language, mine = false): string {
  if (mine) return language === 'ko' ? '본인 실적 기준' : 'your own records';
  if (seesAll) return language === 'ko' ? '전사 기준' : 'the whole company';
  if (role === 'manager' && team) {
    return language === 'ko'
      ? `${team} 팀원과 담당 거래처 기준`
      : `the people of ${team} and their customers`;
  }
  return language === 'ko'
    ? '본인 실적과 현재 담당 거래처 기준'
    : 'your own records and the customers assigned to you today';
}
