import { Button, Group, Modal, NumberInput, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ruleConditionSchema, ruleTools, type FlagRuleDto, type RuleCondition } from '../../../shared/review';
import { ErrorNotice } from '../../components/errorNotice';
import { addRule, changeRule } from './reviewApi';
import { conditionOf, valuesOf, type RuleValues } from './ruleValues';
import { useReviewChange } from './useReviewChange';

interface RuleDialogProps {
  /** Not given: a new one. */
  rule?: FlagRuleDto;
  onClose: () => void;
}

const endings = ['completed', 'stopped', 'failed', 'interrupted'] as const;

/** Makes or changes a rule: a turn is flagged that meets all that is filled in. */
export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation(['review', 'common', 'audit']);
  const form = useForm<RuleValues>({ initialValues: valuesOf(rule) });
  const condition: RuleCondition = conditionOf(form.values);
  const isWhole = form.values.name.trim() !== '' && ruleConditionSchema.safeParse(condition).success;
  const saving = useReviewChange(
    ({ name }: RuleValues) =>
      rule
        ? changeRule(rule.id, { version: rule.version, name: name.trim(), condition })
        : addRule({ name: name.trim(), condition, active: true }),
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(rule ? 'rule.editTitle' : 'rule.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size="lg"
    >
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          <TextInput
            label={t('rule.name')}
            withAsterisk
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
            data-testid="rule-name"
          />
          <Text size="sm" c="dimmed">
            {t('rule.help')}
          </Text>
          <Group align="flex-end" grow preventGrowOverflow={false}>
            <TagsInput
              label={t('rule.words')}
              description={t('rule.wordsHelp')}
              acceptValueOnBlur
              maxTags={50}
              {...form.getInputProps('words')}
              data-testid="rule-words"
            />
            <Select
              label={t('rule.wordsIn')}
              allowDeselect={false}
              data={(['either', 'question', 'answer'] as const).map((value) => ({
                value,
                label: t(`rule.place.${value}`),
              }))}
              {...form.getInputProps('wordsIn')}
            />
          </Group>
          <Group grow>
            <Select
              label={t('rule.tool')}
              placeholder={t('rule.any')}
              clearable
              clearButtonProps={{ 'aria-label': t('clear') }}
              data={ruleTools.map((value) => ({ value, label: t(`tool.${value}`) }))}
              {...form.getInputProps('tool')}
            />
            <Select
              label={t('rule.status')}
              placeholder={t('rule.any')}
              clearable
              clearButtonProps={{ 'aria-label': t('clear') }}
              data={endings.map((value) => ({ value, label: t(`audit:status.${value}`) }))}
              {...form.getInputProps('status')}
            />
          </Group>
          <TagsInput
            label={t('rule.products')}
            description={t('rule.productsHelp')}
            acceptValueOnBlur
            maxTags={50}
            {...form.getInputProps('productCodes')}
          />
          <Group grow>
            <NumberInput
              label={t('rule.overSeconds')}
              min={0}
              max={86_400}
              decimalScale={3}
              {...form.getInputProps('overSeconds')}
            />
            <NumberInput
              label={t('rule.overKrw')}
              min={0}
              max={1_000_000_000}
              thousandSeparator
              {...form.getInputProps('overKrw')}
            />
          </Group>
          {saving.error && <ErrorNotice error={saving.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={!isWhole} data-testid="rule-submit">
              {t('panel.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
