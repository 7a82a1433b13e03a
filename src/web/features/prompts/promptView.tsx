import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { PromptDto, PromptVersionKey } from '../../../shared/prompts';
import { ActivateDialog } from './activateDialog';
import { ActivationList } from './activationList';
import { CompareVersions } from './compareVersions';
import { PromptEditor } from './promptEditor';
import { PromptState } from './promptState';
import { VersionList } from './versionList';

/** One prompt with what can be done with it. */
export function PromptView({ prompt }: { prompt: PromptDto }) {
  const [compared, setCompared] = useState<{ before: PromptVersionKey; after: PromptVersionKey }>({
    before: 'release',
    after: prompt.inForce,
  });
  const [writingFrom, setWritingFrom] = useState<PromptVersionKey>();
  const [activating, setActivating] = useState<PromptVersionKey>();
  return (
    <Stack gap="lg">
      <PromptState prompt={prompt} onGoBack={() => setActivating('release')} onWrite={setWritingFrom} />
      <VersionList
        prompt={prompt}
        onCompare={(after) => setCompared({ before: prompt.inForce, after })}
        onWrite={setWritingFrom}
        onActivate={setActivating}
      />
      <CompareVersions prompt={prompt} compared={compared} onChange={setCompared} />
      <ActivationList name={prompt.name} />
      {writingFrom !== undefined && (
        <PromptEditor
          prompt={prompt}
          from={writingFrom}
          onSaved={({ version }) => {
            setCompared({ before: writingFrom, after: version });
            setWritingFrom(undefined);
          }}
          onClose={() => setWritingFrom(undefined)}
        />
      )}
      {activating !== undefined && (
        <ActivateDialog prompt={prompt} version={activating} onClose={() => setActivating(undefined)} />
      )}
    </Stack>
  );
}
