import { useTranslation } from 'react-i18next';
import type { PromptVersionKey } from '../../../shared/prompts';

/** What a version is called. */
export function useVersionLabel() {
  const { t } = useTranslation('prompts');
  return (version: PromptVersionKey) =>
    version === 'release' ? t('version.release') : t('version.saved', { version });
}
