/** The one call of the peer that the bench makes; the package brings no types of its own. */
declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const snowball: { newStemmer(language: 'russian'): Stemmer };
  export default snowball;
}
