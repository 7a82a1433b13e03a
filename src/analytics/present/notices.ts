import type { Language } from '../../shared/problem';
import { scopeInWords, type Scope } from '../scope';

/** Says that people or teams asked for are not shown, and what is shown instead; nothing where nobody was left out. */
export function hiddenNotice(hidden: string[], scope: Scope, language: Language): string | undefined {
  if (hidden.length === 0) return undefined;
  const names = hidden.join(', ');
  const shown = scopeInWords(scope, language);
  return language === 'ko'
    ? `‘${names}’의 실적을 볼 권한이 없어, 볼 수 있는 범위(${shown})로 조회했습니다.`
    : `You may not see the figures of ${names}; these cover what you may see: ${shown}.`;
}
