import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpanDto } from '../../../shared/audit';
import { formatCount, formatDigits, formatMilliseconds } from '../../lib/format';
import { field, fields, listOf, numberOf, textOf } from './spanFields';
import classes from './spanList.module.css';
import { DataBlock, Fact, Facts, Labelled, LongText } from './spanValues';
import { SqlBlock } from './sqlBlock';

/** What went into a step and came out, laid out by its kind; what is not known of a kind is shown as data. */
export function SpanDetail({ span }: { span: SpanDto }) {
  return (
    <div className={classes.detail} data-testid="span-detail">
      {span.error && <p className={classes.failed}>{span.error}</p>}
      <DetailOfKind span={span} />
    </div>
  );
}

function DetailOfKind({ span }: { span: SpanDto }) {
  switch (span.kind) {
    case 'model':
      return <ModelCall span={span} />;
    case 'query':
      return <Query span={span} />;
    case 'search':
      return <Search span={span} />;
    case 'tool':
      return <ToolCall span={span} />;
    default:
      return <InputAndOutput span={span} />;
  }
}

function InputAndOutput({ span: { input, output } }: { span: SpanDto }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <DataBlock label={t('trace.input')} data={input} />
      <DataBlock label={t('trace.output')} data={output} />
    </>
  );
}

function ModelCall({ span: { name, input, output } }: { span: SpanDto }) {
  const { t } = useTranslation('replay');
  const prompt = field(input, 'prompt');
  const [promptName, version, hash] = ['name', 'version', 'hash'].map((key) => textOf(field(prompt, key)));
  const tokens = {
    input: numberOf(field(output, 'inputTokens')),
    output: numberOf(field(output, 'outputTokens')),
  };
  const cost = numberOf(field(output, 'costKrw'));
  const firstText = numberOf(field(output, 'firstTextMs'));
  const parameters = fields(field(input, 'parameters'));
  const calls = listOf(field(output, 'toolCalls'));
  return (
    <>
      <Facts>
        <Fact label={t('trace.prompt')}>{`${promptName} v${version} · ${hash}`}</Fact>
        <Fact label={t('trace.parameters')}>
          {[`model ${name}`, ...parameters.map(([key, value]) => `${key} ${String(value)}`)].join(' · ')}
        </Fact>
        {tokens.input !== undefined && (
          <Fact label={t('trace.tokens')}>
            {t('trace.tokensText', {
              input: formatCount(tokens.input),
              output: formatCount(tokens.output ?? 0),
            })}
          </Fact>
        )}
        {cost !== undefined && (
          <Fact label={t('trace.cost')}>{t('trace.costText', { krw: formatDigits(cost, 4) })}</Fact>
        )}
        {firstText !== undefined && (
          <Fact label={t('trace.legendFirstText')}>{formatMilliseconds(firstText)}</Fact>
        )}
      </Facts>
      <LongText label={t('trace.systemPrompt')} text={textOf(field(input, 'system'))} />
      {listOf(field(input, 'messages')).map((message, at) => (
        <LongText
          key={at}
          label={t('trace.message', { role: textOf(field(message, 'role')) })}
          text={textOf(field(message, 'text'))}
        />
      ))}
      <LongText label={t('trace.text')} text={textOf(field(output, 'text'))} />
      {calls.length > 0 && <DataBlock label={t('trace.toolCalls')} data={calls} />}
    </>
  );
}

function Query({ span: { input, output } }: { span: SpanDto }) {
  const { t } = useTranslation('replay');
  const rows = numberOf(field(output, 'rowCount'));
  return (
    <>
      <Labelled label={t('trace.sql')}>
        <SqlBlock sql={textOf(field(input, 'sql'))} parameters={listOf(field(input, 'parameters'))} />
      </Labelled>
      <Facts>{rows !== undefined && <Fact label={t('trace.rows')}>{formatCount(rows)}</Fact>}</Facts>
    </>
  );
}

function Search({ span: { input, output } }: { span: SpanDto }) {
  const { t } = useTranslation('replay');
  const principals = field(input, 'principals');
  const evidence = numberOf(field(output, 'evidence'));
  return (
    <>
      <Facts>
        <Fact label={t('trace.query')}>{textOf(field(input, 'query'))}</Fact>
        <Fact label={t('trace.principals')}>
          {principals === null ? t('trace.all') : listOf(principals).join(', ')}
        </Fact>
        <Fact label={t('trace.mode')}>{textOf(field(output, 'mode'))}</Fact>
        {evidence !== undefined && <Fact label={t('trace.evidence')}>{evidence.toFixed(3)}</Fact>}
      </Facts>
      <Labelled label={t('trace.passages')}>
        <ol className={classes.passages}>
          {listOf(field(output, 'passages')).map((passage, at) => (
            <li key={at}>
              <Text size="sm" fw={500}>
                {textOf(field(passage, 'title'))}
              </Text>
              <Text size="xs" c="dimmed">
                {t('trace.passage', {
                  rank: at + 1,
                  score: numberOf(field(passage, 'score'))?.toFixed(3) ?? '',
                })}
              </Text>
              <LongText text={textOf(field(passage, 'text'))} />
            </li>
          ))}
        </ol>
      </Labelled>
    </>
  );
}

function ToolCall({ span: { input, output } }: { span: SpanDto }) {
  const { t } = useTranslation(['replay', 'audit']);
  return (
    <>
      <DataBlock label={t('audit:trace.input')} data={input} />
      <LongText label={t('trace.content')} text={textOf(field(output, 'content'))} />
      <DataBlock label={t('trace.artifact')} data={field(output, 'artifact')} />
    </>
  );
}
