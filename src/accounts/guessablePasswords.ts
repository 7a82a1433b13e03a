import { AppError } from '../errors';

/** Words of this program and of the trade it is made for; docs/security.md shows them. */
export const contextWords = [
  'narutalk',
  '나루톡',
  'naru',
  '나루',
  'administrator',
  'admin',
  'manager',
  'analyst',
  'employee',
  'pharma',
  'sales',
  '관리자',
  '영업사원',
  '영업',
  '제약',
  '직원',
];

/** Characters that have to be left of a password beside the words one thinks of first. */
const leastBesideWords = 6;
/** Characters around a common password that everybody puts there: a year, a number and a sign. */
const usualAddition = 4;
/** Fewer different ones are a key held down, or two in turn. */
const leastDifferent = 4;
/** Shorter parts of a name or an address stand in good passwords by chance. */
const shortestOwnWord = 3;

/** What is known of somebody, and of the company by the address. */
interface Owner {
  name: string;
  email: string;
  employeeNo: string;
}

/**
 * Refuses what is tried first: the passwords that leaks show most often, those with a number or a sign added, and what is made of
 * words of this program, of the company or of the person.
 * @param path the member of the input it stands in.
 * @throws AppError `password_guessable`
 */
export async function refuseGuessable(password: string, owner: Owner, path = 'password'): Promise<void> {
  const reason = await reasonToRefuse(password.normalize('NFKC').toLowerCase(), owner);
  if (reason) throw new AppError('password_guessable', { errors: [{ path, message: reason }] });
}

async function reasonToRefuse(password: string, owner: Owner): Promise<string | null> {
  if (new Set(password).size < leastDifferent) return 'too few different characters';
  const common = await commonPasswords();
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (common.has(password) || (common.has(core) && password.length - core.length <= usualAddition))
    return 'one of the most common passwords';
  const rest = withoutWords(password, [...contextWords, ...ownWords(owner)]);
  if (rest !== password && rest.replace(/[^\p{L}\p{N}]/gu, '').length < leastBesideWords)
    return 'made of words that are tried first';
  return null;
}

function ownWords({ name, email, employeeNo }: Owner): string[] {
  const [mailbox = '', domain = ''] = email.split('@');
  const parts = [...name.split(/\s+/), name.replace(/\s+/g, ''), employeeNo, mailbox, ...domain.split('.')];
  return parts
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= shortestOwnWord);
}

/** The longest first: a short word may stand within a longer one. */
function withoutWords(password: string, words: string[]): string {
  return words
    .sort((left, right) => right.length - left.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), password);
}

let loaded: Promise<Set<string>> | undefined;

/** Some 49,000, collected from leaks by zxcvbn-ts; loaded by the first password that is set. */
function commonPasswords(): Promise<Set<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return loaded;
}
