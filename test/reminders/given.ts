import type { Courier, DeliveryOutcome } from '../../src/delivery/courier.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { plainText } from '../../src/messages/plain.ts';
import type { Reply } from '../../src/messages/reply.ts';
import { ReminderPolicy } from '../../src/reminders/policy.ts';

const file = new URL('../../content/policy/reminders.yaml', import.meta.url).pathname;
const read = readYaml(file, ReminderPolicy);
if (!read.ok) throw new Error(JSON.stringify(read.faults));

/** The product's own policy. */
export const policy = read.value;

/** A courier that keeps what it was given; outcomes are taken in order, then everything is delivered. */
export function keepingCourier(outcomes: DeliveryOutcome[] = []) {
  const given: { readonly to: string; readonly reply: Reply; readonly text: string }[] = [];
  const courier: Courier = {
    async deliver(person, reply) {
      given.push({ to: person.id, reply, text: plainText(reply) });
      return outcomes.shift() ?? { type: 'delivered', value: ['1'] };
    },
  };
  return { ...courier, given };
}
