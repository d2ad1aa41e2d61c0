/** The store cannot be opened. The message is one line for the operator: what happened and what to do. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}
