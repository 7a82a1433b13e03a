import { useTranslation } from 'react-i18next';
import type { FlagDto, ReviewChangeDto, ReviewState } from '../../../shared/review';
import { noValue } from '../../lib/format';

type FlagState = Extract<ReviewState, { of: 'flag' }>;

/** Says what a change of a flag or a score was: only what became different. */
export function useChangeInWords(): (change: ReviewChangeDto, flag?: FlagDto) => string {
  const { t } = useTranslation('review');

  const score = (state: Extract<ReviewState, { of: 'score' }>) => {
    const value = state.scale === 'verdict' ? t(state.value ? 'score.pass' : 'score.fail') : state.value;
    return [value, state.comment].filter((part) => part !== null).join(' · ');
  };
  const status = ({ status: now, decision }: FlagState) =>
    decision ? t(`decision.${decision}`) : t(`status.${now}`);
  const fields = [
    [t('column.status'), status],
    [t('column.assignee'), (state: FlagState) => state.assignee?.name ?? noValue],
    [t('panel.comment'), (state: FlagState) => state.comment ?? noValue],
  ] as const;

  return ({ before, after }, flag) => {
    if (after.of === 'score') {
      const was = before?.of === 'score' ? `${score(before)} → ` : '';
      return `${t(`scale.${after.scale}`)}: ${was}${score(after)}`;
    }
    const name = flag ? (flag.rule?.name ?? t(`kind.${flag.kind}`)) : '';
    if (before?.of !== 'flag')
      return [t('history.raised', { name }), after.comment].filter(Boolean).join(' · ');
    const changed = fields
      .filter(([, valueOf]) => valueOf(before) !== valueOf(after))
      .map(([label, valueOf]) => `${label} ${valueOf(before)} → ${valueOf(after)}`);
    return `${name}: ${changed.length > 0 ? changed.join(', ') : t('history.same')}`;
  };
}
