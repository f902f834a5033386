/** The language of the texts in `en`, as a BCP 47 tag. */
export const LANGUAGE = 'en';

/** The direction in which that language is written. */
export const DIRECTION = 'ltr';
