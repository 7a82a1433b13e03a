import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { maskedKinds } from '../../../shared/personalData';

/** Says which personal data of a text was not kept; nothing where there was none. */
export function MaskedNotice({ text }: { text: string }) {
  const { t } = useTranslation('chat');
  const kinds = maskedKinds(text);
  if (kinds.length === 0) return null;
  const names = kinds.map((kind) => t(`personalData.${kind}`)).join(', ');
  return (
    <Text size="xs" c="dimmed" role="note" data-testid="masked-notice">
      {t('masked', { kinds: names })}
    </Text>
  );
}
