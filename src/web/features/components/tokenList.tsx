import { Code, Group, Stack, Text } from '@mantine/core';
import classes from './tokenList.module.css';

/** The product's own tokens, as `style/tokens.css` has them. */
const tokens = [
  '--naru-surface',
  '--naru-canvas',
  '--naru-line',
  '--naru-own-message',
  '--naru-link',
  '--naru-quote',
  '--naru-answer-mark',
  '--naru-notice',
  '--naru-notice-text',
];

/** What the tokens are in one scheme, whichever the page is in. */
export function TokenList({ scheme, title }: { scheme: 'light' | 'dark'; title: string }) {
  return (
    <Stack gap={6} data-testid={`tokens-${scheme}`}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {tokens.map((token) => (
        <Group key={token} gap="sm" wrap="nowrap">
          <span className={classes.swatch} data-scheme={scheme} style={{ background: `var(${token})` }} />
          <Code>{token}</Code>
        </Group>
      ))}
    </Stack>
  );
}
