import { parseText } from './parseText';

const blocksOf = (text: string) =>
  parseText(text).blocks.map((block) =>
    block.kind === 'heading' ? `${block.level} ${block.text}` : `${block.kind} ${block.text}`,
  );

describe('parseText', () => {
  it('recognises the headings and lists of a Korean regulation', () => {
    const text = [
      '제1장 총칙',
      '',
      '제1조(목적) 이 규정은 판촉의 기준을 정한다.',
      '제2조 (정의)',
      '이 규정에서 쓰는 말은 다음과 같다.',
      '1. 견본품: 의료인에게 주는 의약품',
      '2. 설명회: 제품을 알리는 모임',
      '',
      '■ 문의처',
      '- 준법지원팀',
      '【부칙】',
      '제3조 및 제4조에 따라 시행한다.',
    ].join('\n');
    expect(blocksOf(text)).toEqual([
      '2 제1장 총칙',
      '4 제1조(목적)',
      'paragraph 이 규정은 판촉의 기준을 정한다.',
      '4 제2조 (정의)',
      'paragraph 이 규정에서 쓰는 말은 다음과 같다.',
      'listItem 1. 견본품: 의료인에게 주는 의약품',
      'listItem 2. 설명회: 제품을 알리는 모임',
      '3 문의처',
      'listItem 준법지원팀',
      '3 부칙',
      'paragraph 제3조 및 제4조에 따라 시행한다.',
    ]);
  });

  it('tells numbered headings from numbered lists by what follows', () => {
    const text =
      '1. 개요\n\n나루정의 안내이다.\n\n2. 용법\n2.1 성인\n하루 한 번 복용한다.\n\n3. 부작용\n1) 두통\n2) 오심\n';
    expect(blocksOf(text)).toEqual([
      '5 1. 개요',
      'paragraph 나루정의 안내이다.',
      '5 2. 용법',
      '6 2.1 성인',
      'paragraph 하루 한 번 복용한다.',
      '5 3. 부작용',
      'listItem 1) 두통',
      'listItem 2) 오심',
    ]);
  });

  it('puts lines together that a program broke for their length, and no others', () => {
    const text = [
      '이 안내는 편집기가 일흔두 칸을 넘지 않도록 스스로 줄을 바꾼 문서이며 그래',
      '서 문장이 여러 줄에 걸쳐 있다.',
      '',
      '이름: 홍길동',
      '부서: 영업1팀',
    ].join('\r\n');
    expect(blocksOf(text)).toEqual([
      'paragraph 이 안내는 편집기가 일흔두 칸을 넘지 않도록 스스로 줄을 바꾼 문서이며 그래 서 문장이 여러 줄에 걸쳐 있다.',
      'paragraph 이름: 홍길동',
      'paragraph 부서: 영업1팀',
    ]);
  });

  it('takes a short first line that stands alone for the title', () => {
    expect(blocksOf('약국 응대 안내\n\n■ 반품\n유효기간을 확인한다.\n')).toEqual([
      '1 약국 응대 안내',
      '3 반품',
      'paragraph 유효기간을 확인한다.',
    ]);
    expect(blocksOf('약국 응대 안내\n')).toEqual(['paragraph 약국 응대 안내']);
  });

  it('keeps what is set below a list item with it', () => {
    expect(
      blocksOf('순서:\n1. 신청서를 낸다.\n   사본을 남긴다.\n   - 팀장에게\n2. 승인을 받는다.\n끝.\n'),
    ).toEqual([
      'paragraph 순서:',
      'listItem 1. 신청서를 낸다. 사본을 남긴다.',
      'listItem 팀장에게',
      'listItem 2. 승인을 받는다.',
      'paragraph 끝.',
    ]);
  });
});
