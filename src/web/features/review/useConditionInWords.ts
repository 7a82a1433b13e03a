import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '../../../shared/review';
import { formatCount, formatMilliseconds } from '../../lib/format';

/** Says what a rule asks of a turn. */
export function useConditionInWords(): (condition: RuleCondition) => string {
  const { t } = useTranslation(['review', 'audit']);
  return ({ words, wordsIn, tool, productCodes, status, overKrw, overMs }) =>
    [
      words ? t(`condition.words.${wordsIn ?? 'either'}`, { words: words.join(', ') }) : '',
      tool ? t('condition.tool', { tool: t(`tool.${tool}`) }) : '',
      productCodes ? t('condition.products', { codes: productCodes.join(', ') }) : '',
      status ? t('condition.status', { status: t(`audit:status.${status}`) }) : '',
      overKrw !== undefined ? t('condition.overKrw', { krw: formatCount(overKrw) }) : '',
      overMs !== undefined ? t('condition.overMs', { time: formatMilliseconds(overMs) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
}
