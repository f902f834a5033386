/** Joins sentences into one text. Texts from services often have no period at the end. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map(
      (sentence, index) => `${sentence}${index < sentences.length - 1 ? gapAfter(sentence) : ''}`,
    )
    .join('');
}

/** The separator between a sentence and the next one. */
export function gapAfter(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? ' ' : '. ';
}
