import { Alert, Group, Text } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { type InputHTMLAttributes, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filePicker.module.css';

/** The server's limit (`file_too_large`): told before a large file is sent in vain. */
const maximumFileBytes = 100 * 1024 * 1024;

/** What the picker offers first; what a file really is, the server finds out. */
const acceptedFiles = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/x-hwp': ['.hwp'],
  'application/hwp+zip': ['.hwpx'],
  'text/csv': ['.csv'],
  'text/markdown': ['.md'],
  'text/html': ['.html', '.htm'],
  'text/plain': ['.txt'],
};

interface FilePickerProps {
  disabled: boolean;
  onPick: (files: File[]) => void;
}

/** Takes files by drag and drop, click or keyboard; says why it does not take one. */
export function FilePicker({ disabled, onPick }: FilePickerProps) {
  const { t } = useTranslation('documents');
  const [rejections, setRejections] = useState<FileRejection[]>([]);
  const inputProps: InputHTMLAttributes<HTMLInputElement> & { 'data-testid': string } = {
    'aria-label': t('upload.choose'),
    'data-testid': 'upload-input',
  };
  return (
    <>
      <Dropzone
        accept={acceptedFiles}
        maxSize={maximumFileBytes}
        disabled={disabled}
        aria-label={t('upload.choose')}
        inputProps={inputProps}
        onDropAny={(files, rejected) => {
          setRejections(rejected);
          onPick(files);
        }}
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
      {rejections.length > 0 && (
        <Alert color="red" variant="light" role="alert">
          {rejections.map(({ file, errors }) => (
            <Text key={file.name} size="sm">
              {file.name}: {t(errors[0]?.code === 'file-too-large' ? 'upload.tooLarge' : 'upload.wrongType')}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
