/** Particles that may stand behind a noun, as a source for regular expressions. */
export const particles = [
  '으로부터|에서부터|에서의|에서는|에서도|에게서|에서|에게|에는|에도|에만|에선|에',
  '으로는|으로|로는|로',
  '까지의|까지|부터|보다는|보다|처럼|만큼|마다',
  '이랑|랑|하고|과의|와의|과는|와는|과|와|및',
  '이라는|라는|이란|란|이라고|라고|인데|이면|이고|이며|이나|나',
  '께서|한테|쪽|측|네(?!과)',
  '이요|요|이야|야|은요|는요|은|는|이|가|을|를|의|도|만|들은|들의|들이|들을|들',
].join('|');

/** Ranks and forms of address behind a person's name, as a source for regular expressions. */
export const honorifics =
  '(?:사원|주임|대리|과장|차장|부장|팀장|이사|상무|전무|본부장|지점장|소장|선임|책임|수석|매니저|프로|선배|후배|담당|담당자)?(?:님|씨)?';

/** What cannot go on a word: a letter or digit of either script. */
export const noLetter = '(?![가-힣a-z0-9])';
