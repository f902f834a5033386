/** One text of several sentences. What a service says in its own words often has no full stop. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map(
      (sentence, index) => `${sentence}${index < sentences.length - 1 ? gapAfter(sentence) : ''}`,
    )
    .join('');
}

/** What has to stand between a sentence and the next one. */
export function gapAfter(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? ' ' : '. ';
}
