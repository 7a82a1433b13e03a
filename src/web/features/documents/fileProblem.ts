/** The server's limit (`file_too_large`): told before a large file is sent in vain. */
const maximumFileBytes = 100 * 1024 * 1024;

/** What the picker offers, by the types browsers know. What a file really is, the server finds out. */
export const acceptedFiles = {
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

const acceptedEndings = Object.values(acceptedFiles).flat();

export type FileProblem = 'empty' | 'tooLarge' | 'wrongType';

/** Why the server would not take a file, as far as its name and size tell; nothing of it is read. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): FileProblem | undefined {
  if (!acceptedEndings.some((ending) => name.toLowerCase().endsWith(ending))) return 'wrongType';
  if (size === 0) return 'empty';
  return size > maximumFileBytes ? 'tooLarge' : undefined;
}
