import { archiveFiles } from './archiveFilesFixture';
import type { BadFile } from './badFileFixture';
import { bombFiles } from './bombFilesFixture';
import { damagedFiles } from './damagedFilesFixture';
import { hangulFiles } from './hangulFilesFixture';
import { htmlFiles } from './htmlFilesFixture';
import { officeFiles } from './officeFilesFixture';
import { pdfFiles } from './pdfFilesFixture';
import { renamedFiles } from './renamedFilesFixture';
import { textFiles } from './textFilesFixture';

/** Every bad file there is, from the plainly damaged to the made for harm; names are different. */
export const badFiles: BadFile[] = [
  ...damagedFiles,
  ...renamedFiles,
  ...bombFiles,
  ...archiveFiles,
  ...officeFiles,
  ...pdfFiles,
  ...hangulFiles,
  ...htmlFiles,
  ...textFiles,
];
