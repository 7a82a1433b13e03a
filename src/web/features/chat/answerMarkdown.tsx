import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import Markdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Citation } from '../../../shared/chat';
import { OutsideLink } from '../../components/outsideLink';
import classes from './answerMarkdown.module.css';
import { CitationChip } from './citationChip';
import { markCitations } from './markCitations';
import { markdownBlocks } from './markdownBlocks';

export interface AnswerProps {
  text: string;
  citations: Citation[];
  onOpenCitation: (citation: Citation) => void;
}

// `50~100mg, 40~80mg` is a pair of ranges, not struck-out text.
const remarkPlugins: Options['remarkPlugins'] = [[remarkGfm, { singleTilde: false }], markCitations];

/**
 * An answer's Markdown. The text is not trusted: HTML stays text, nothing is loaded from elsewhere (pictures become
 * their description), and links say where they lead and open there without a trace of this page.
 */
export const AnswerMarkdown = memo(function AnswerMarkdown({ text, citations, onOpenCitation }: AnswerProps) {
  // While text streams in, typing comes first and drawing second.
  const shownText = useDeferredValue(text);
  const components = useMemo(() => answerElements(citations, onOpenCitation), [citations, onOpenCitation]);
  return (
    <div className={classes.text}>
      {useBlocks(shownText).map((block, index) => (
        <Block key={index} text={block} components={components} />
      ))}
    </div>
  );
});

/** A block that is finished is not drawn again while the text behind it streams in. */
const Block = memo(function Block({ text, components }: { text: string; components: Components }) {
  return (
    <Markdown remarkPlugins={remarkPlugins} components={components} urlTransform={unchanged}>
      {text}
    </Markdown>
  );
});

/** A text that stands as it came is read once, whole; one that grows, block by block. */
function useBlocks(text: string): readonly string[] {
  const [first] = useState(text);
  const before = useRef<readonly string[]>([]);
  const blocks = useMemo(
    () => (text === first ? [text] : markdownBlocks(text, before.current)),
    [text, first],
  );
  useEffect(() => {
    before.current = blocks;
  }, [blocks]);
  return blocks;
}

function answerElements(citations: Citation[], onOpenCitation: (citation: Citation) => void): Components {
  const byNumber = new Map(citations.map((citation) => [String(citation.number), citation]));
  return {
    sup({ node, children }) {
      const citation = byNumber.get(String(node?.properties.dataCitation));
      return citation ? <CitationChip citation={citation} onOpen={onOpenCitation} /> : <sup>{children}</sup>;
    },
    a({ href, children }) {
      return <OutsideLink address={href}>{children}</OutsideLink>;
    },
    img({ alt }) {
      return <span>{alt}</span>;
    },
    table({ children }) {
      return (
        <div className={classes.wide}>
          <table>{children}</table>
        </div>
      );
    },
  };
}

/** Whatever it is: `OutsideLink` reads it, and pictures are not drawn. */
const unchanged: Options['urlTransform'] = (url) => url;
