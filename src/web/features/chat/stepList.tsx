import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMilliseconds } from '../../lib/format';
import type { Step } from './conversationState';
import classes from './stepList.module.css';

interface StepListProps {
  steps: Step[];
  /** Whether the turn still runs: a step without an end then goes on, else it was cut off. */
  running: boolean;
}

/** What the assistant does on the way to the answer, as it happens. */
export function StepList({ steps, running }: StepListProps) {
  const { t } = useTranslation('chat');
  if (steps.length === 0) return null;
  return (
    <ul className={classes.steps} aria-label={t('steps')}>
      {steps.map((step) => (
        <li key={step.stepId} className={classes.step} data-testid="step">
          <StepMark step={step} running={running} />
          <span className={classes.label}>{step.label}</span>
          <span className={classes.result}>
            {step.finished &&
              [step.finished.summary, formatMilliseconds(step.finished.ms)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StepMark({ step, running }: { step: Step; running: boolean }) {
  const { t } = useTranslation('chat');
  if (!step.finished && running) return <Loader size={14} role="img" aria-label={t('step.running')} />;
  if (!step.finished) return <IconMinus size={14} aria-label={t('step.cutOff')} />;
  if (!step.finished.ok)
    return <IconAlertTriangle size={14} className={classes.failed} aria-label={t('step.failed')} />;
  return <IconCheck size={14} className={classes.done} aria-label={t('step.done')} />;
}
