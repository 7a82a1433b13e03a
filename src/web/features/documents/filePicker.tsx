import { Button, Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload, IconFolder } from '@tabler/icons-react';
import { type ChangeEvent, type InputHTMLAttributes, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filePicker.module.css';
import { acceptedFiles } from './fileProblem';

interface FilePickerProps {
  disabled: boolean;
  onPick: (files: File[]) => void;
}

/** Takes files and folders by drag and drop, click or keyboard. What cannot be sent is taken too, and told in the list. */
export function FilePicker({ disabled, onPick }: FilePickerProps) {
  const { t } = useTranslation('documents');
  const inputProps: InputHTMLAttributes<HTMLInputElement> & { 'data-testid': string } = {
    'aria-label': t('upload.choose'),
    'data-testid': 'upload-input',
  };
  return (
    <>
      <Dropzone
        accept={acceptedFiles}
        disabled={disabled}
        aria-label={t('upload.choose')}
        inputProps={inputProps}
        onDropAny={(files, rejected) => onPick([...files, ...rejected.map(({ file }) => file)])}
        onDrop={() => undefined}
        className={classes.zone}
      >
        <Group justify="center" gap="md" mih={96} px="md" py="sm" wrap="nowrap">
          <IconFileUpload size={36} stroke={1.5} aria-hidden style={{ flexShrink: 0 }} />
          <div>
            <Text fw={500}>{t('upload.choose')}</Text>
            <Text size="sm" c="dimmed">
              {t('upload.formats')}
            </Text>
            <Text size="xs" c="dimmed">
              {t('upload.sizeLimit')}
            </Text>
          </div>
        </Group>
      </Dropzone>
      <FolderButton disabled={disabled} onPick={onPick} />
    </>
  );
}

/** A click on the zone offers files only. */
function FolderButton({ disabled, onPick }: FilePickerProps) {
  const { t } = useTranslation('documents');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React does not know the attribute.
    if (input.current) input.current.webkitdirectory = true;
  }, []);
  function pick({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    onPick([...(currentTarget.files ?? [])]);
    // The same folder can be chosen again.
    currentTarget.value = '';
  }
  return (
    <>
      <input ref={input} type="file" hidden onChange={pick} data-testid="upload-folder" />
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        leftSection={<IconFolder size={16} aria-hidden />}
        onClick={() => input.current?.click()}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('upload.chooseFolder')}
      </Button>
    </>
  );
}
