import { runsOf } from './tokens';

/** Endings of verbs and the copula that a question puts on its words (`급여되나요` asks about 급여), longest first. */
const verbEndings = bySize(
  `이었습니까 였습니까 이었나요 였나요 이었던 였던 인가요 이라면 이면 라면 이라고 라고 이던데 던데 있던데
   었습니까 았습니까 했습니까 됐습니까 었나요 았나요 했나요 됐나요 었던 았던 했던 됐던 되기 하기 되지 하지 되어야 해야 돼야 시켜야
   으려면 려면 하려면 되려면 이라는 라는 이란 인가요 인가 인지 인지요 입니까 이에요 예요 이야 일까요 일까 이고 이며 인
   하나요 하는가요 하는가 하는지 합니까 할까요 할까 한가요 한가 한지 하면 하고 하는 하여 해서 해도 해야 했나요 했는지 한 할
   되나요 되는가요 되는가 되는지 됩니까 될까요 될까 되면 되고 되는 되어 돼야 되었나요 됐나요 된 될 돼요 되지 하지
   해주세요 해줘요 해줘 해요 받나요 받는 받을 시키나요 시키는 시킬 나요 는지 을까요`,
);

/** Particles after a noun, longest first. */
const particles = bySize(
  `으로써 으로서 에서는 에서의 에게서 까지는 부터는 으로는 으로도 에서도 에서 에게 에는 에도 까지 부터 으로 이나 처럼 보다
   마다 조차 만큼 이랑 하고 은 는 이 가 을 를 의 에 와 과 도 로 만 나 랑 께`,
);

/** Words that order or join, and say nothing of what is asked about. */
const emptyKorean = new Set(
  words(
    `왜 좀 제발 혹시 그럼 그리고 그런데 그런가요 또는 및 등 같이 함께 이 그 저 이런 그런 이것 그것 이게 그게 이건 그건 이번
     것 거 건 걸 게 수 때 때문 경우 중 후 시 내 여부 나 내가 나의 제 제가 우리 저희 너 지금 오늘 현재 알고 아니 아닌가요
     위해 위한 위해서 대해 대해서 대한 대하여 관해 관해서 관한 관하여 관련 관련된 관련해 따라 따른 따르면 통해 통한
     있어 있나 있나요 있는 있는지 있는데 있어요 있습니까 있을까 있을까요 있다 있으면 있을 있었 있었나요
     없어 없나 없나요 없는 없는지 없는데 없어요 없습니까 없을까요 없다 없으면 없을 인가 인가요 입니까 이야 맞나 맞나요
     되 되나 돼 돼요 되나요 됩니까 되는지 되는 되면 된 될 될까 될까요 써 써도 쓰나 쓰나요 쓰는 쓰면 쓸 줘도 줄 주나 주나요 주면
     것은 것이 것을 것도 때인가요 때는 때에 경우인가요 경우는 정도 가지 누가 얼마나 어디야 뭐야 무엇인가 무엇인가요 않는 않은 않고 않아
     년 월 일 원 번 회 개 명 건 제 두 세 첫 각각 모두 하루에 안에 이내 까지 부터 있던데 있었 없이 없나 좀요 이고 이며 인데
     해 하 하나 하나요 합니까 하는 하는지 하면 한 할 할까 할까요 해야`,
  ),
);

/** Beginnings of words that only ask, or ask somebody to do something. */
const askingBeginnings = words(
  `무엇 무슨 뭐 뭘 뭔 어떤 어떻 어때 어느 어디 언제 누구 누가 얼마 며칠 몇
   알려 가르쳐 말해 말씀 설명해 보여 찾아 검색해 정리해 요약해 추천해 궁금 부탁 주세요 주십시오 줘 줄래 싶`,
);

const emptyEnglish = new Set(
  words(
    `a an the and or of for to in on at by with from as is are was were be been do does did can could should would will may
     what which who whom whose when where why how much many there it its this that these those i me my we our us you your
     please tell show find give explain about any some if than then have has had get`,
  ),
);

/**
 * The words of a question that say what it is about: without question words, requests, particles and verb endings. Rules,
 * not a dictionary: now and then a noun loses a last syllable that looks like a particle (`효과` keeps both, `치료효과`
 * becomes `치료효`), which costs one bigram and adds none.
 */
export function contentWords(question: string): string[] {
  const stems = runsOf(question)
    .filter((run) => !isEmptyWord(run.text))
    .map((run) => (run.isSyllables ? stem(run.text) : run.text));
  return [...new Set(stems.filter((word) => !isEmptyWord(word)))];
}

function isEmptyWord(word: string): boolean {
  return (
    emptyKorean.has(word) ||
    emptyEnglish.has(word) ||
    particles.includes(word) ||
    askingBeginnings.some((beginning) => word.startsWith(beginning))
  );
}

function stem(word: string): string {
  return withoutEnding(withoutEnding(word, verbEndings), particles);
}

/** A noun has two syllables or more, as a rule: an ending is cut only where that much is left. */
function withoutEnding(word: string, endings: string[]): string {
  const ending = endings.find((candidate) => word.length - candidate.length >= 2 && word.endsWith(candidate));
  return ending ? word.slice(0, -ending.length) : word;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function bySize(text: string): string[] {
  return words(text).sort((a, b) => b.length - a.length);
}
