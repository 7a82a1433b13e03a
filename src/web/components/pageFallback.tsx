import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands where a page or its data is on the way. */
export function PageFallback() {
  const { t } = useTranslation();
  return (
    <Center h="100%" mih={200} role="status" aria-label={t('loading')}>
      <Loader type="dots" />
    </Center>
  );
}
