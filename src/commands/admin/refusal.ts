/** Why a command does nothing, in words for the operator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** 1 = could not be done, 2 = used wrongly. */
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}
