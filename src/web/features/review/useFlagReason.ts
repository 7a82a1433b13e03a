import { useTranslation } from 'react-i18next';
import { feedbackReasons } from '../../../shared/chatInput';
import { personalDataKinds } from '../../../shared/personalData';
import type { FlagDto } from '../../../shared/review';

/** Says in words what was found that raised a flag; empty where its kind says it all. */
export function useFlagReason(): (flag: Pick<FlagDto, 'reason'>) => string {
  const { t } = useTranslation(['review', 'chat']);
  const feedbackReason = (given: string) => {
    const known = feedbackReasons.find((reason) => reason === given);
    return known ? t(`chat:feedback.reason.${known}`) : given;
  };
  return ({ reason: { words, grade, refusal, feedback, personalData } }) =>
    [
      words ? t('reason.words', { words: words.join(', ') }) : '',
      grade ? t(`reason.grade.${grade}`) : '',
      refusal ? t(`reason.refusal.${refusal}`) : '',
      feedback?.reason ? feedbackReason(feedback.reason) : '',
      feedback?.comment ?? '',
      ...Object.entries(personalData ?? {}).map(([kind, count]) => {
        const known = personalDataKinds.find((name) => name === kind);
        return `${known ? t(`personalData.${known}`) : kind} ${count}`;
      }),
    ]
      .filter(Boolean)
      .join(' · ');
}
