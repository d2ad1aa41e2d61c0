/** Work that waits for somebody: stored updates, messages of the desk, messages for open pages. */
export type HintTopic = 'inbox' | 'desk' | 'pages';

/**
 * Word that there is work, in this process and to the other replicas, so that nobody waits for their next look. A word
 * that is lost costs the time until that look, nothing else: whoever hears must look by themselves too.
 */
export interface Hints {
  /** Returns at once and never fails. */
  tell(topic: HintTopic): void;
  /** The same past this process: one that has more than it can take need not be told of it. */
  tellOthers(topic: HintTopic): void;
  /** @returns a function that ends the hearing */
  hear(topic: HintTopic, heard: () => void): () => void;
}
