/** What is expected instead of an invalid number. Shown after the name of the field. */
export const numbers = {
  empty: 'expected a telephone number or a name.',
  several: 'expected one telephone number, not several.',
  withExtension:
    'expected a number without an extension: call the number alone, and enter the extension on the keypad when the call is answered.',
  misplacedPlus: 'expected a + at the beginning of the number only.',
  optionalZero: 'expected the number without (0) and with + before the country code.',
  tooLong: 'expected a telephone number: it has too many digits.',
  letters: 'expected digits only, or a name.',
};
