import { Code, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromptTrouble } from '../../../shared/prompts';

/** Why a text cannot be a prompt. */
export function TroubleInWords({ trouble: { missing, unknown, strayBraces } }: { trouble: PromptTrouble }) {
  const { t } = useTranslation('prompts');
  return (
    <List size="sm">
      {missing.length > 0 && (
        <List.Item>
          {t('trouble.missing')} <Keys keys={missing} />
        </List.Item>
      )}
      {unknown.length > 0 && (
        <List.Item>
          {t('trouble.unknown')} <Keys keys={unknown} />
        </List.Item>
      )}
      {strayBraces && <List.Item>{t('trouble.strayBraces')}</List.Item>}
    </List>
  );
}

function Keys({ keys }: { keys: string[] }) {
  return keys.map((key) => (
    <span key={key}>
      <Code>{`{{${key}}}`}</Code>{' '}
    </span>
  ));
}
