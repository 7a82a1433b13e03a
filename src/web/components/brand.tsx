import { Group, Text } from '@mantine/core';

/** The product's mark and name. */
export function Brand() {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <Text fw={700} size="lg" lh={1} component="span">
        NaruTalk
      </Text>
    </Group>
  );
}
