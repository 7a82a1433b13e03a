import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTestPipe } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { makeCase } from './reviewApi';
import { useReviewChange } from './useReviewChange';

const ways = ['asAnswered', 'corrected', 'noAnswer'] as const;
type Way = (typeof ways)[number];

/** Makes a turn an evaluation case: as it was answered, with the right answer, or as one that has none. */
export function CaseButton({ turnId }: { turnId: string }) {
  const { t } = useTranslation(['review', 'common']);
  const [isOpen, setIsOpen] = useState(false);
  const [way, setWay] = useState<Way>('asAnswered');
  const [answer, setAnswer] = useState('');
  const making = useReviewChange(
    () =>
      makeCase({
        turnId,
        ...(way === 'corrected' ? { answer: answer.trim() } : {}),
        ...(way === 'noAnswer' ? { expects: 'no_answer' as const } : {}),
      }),
    () => {
      setIsOpen(false);
      notifications.show({ color: 'green', message: t('case.made') });
    },
  );
  const make = (event: SubmitEvent) => {
    event.preventDefault();
    making.mutate(undefined);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTestPipe size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
        disabled={making.isSuccess}
        data-testid="make-case"
      >
        {t('case.make')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('case.make')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        centered
      >
        <form onSubmit={make}>
          <Stack>
            <Radio.Group label={t('case.expects')} value={way} onChange={(value) => setWay(value)}>
              <Stack gap="xs" mt="xs">
                {ways.map((value, at) => (
                  <Radio
                    key={value}
                    value={value}
                    label={t(`case.way.${value}`)}
                    data-autofocus={at === 0 || undefined}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {way === 'corrected' && (
              <Textarea
                label={t('case.rightAnswer')}
                autosize
                minRows={3}
                maxLength={10_000}
                value={answer}
                onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
              />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setIsOpen(false)}>
                {t('common:cancel')}
              </Button>
              <Button
                type="submit"
                loading={making.isPending}
                disabled={way === 'corrected' && answer.trim() === ''}
                data-testid="make-case-submit"
              >
                {t('case.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
