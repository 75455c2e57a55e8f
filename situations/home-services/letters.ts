import { oneOf } from '../played/chance.ts';

export type Letter = { fromName: string; from: string; subject: string; text: string };

const NAMES = ['Dana Field', 'Omar Haddad', 'Ruth Klein', 'Pavel Novak', 'Mei Tan', 'Lucia Ortega', 'Jonas Berg', 'Amara Obi', 'Nils Aalto', 'Grace Kim', 'Tomas Reyes', 'Ines Duarte', 'Yusuf Demir', 'Clara Weiss', 'Hugo Blanc', 'Sara Lind'];
const THINGS = ['furnace', 'water heater', 'kitchen tap', 'bathroom fan', 'garage door', 'dishwasher', 'thermostat', 'shower drain'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const TIMES = ['before nine', 'in the morning', 'after four', 'around noon'];

type Say = (thing: string, day: string, time: string) => [subject: string, text: string];

/** What customers of a repair firm write. Each kind stands as often as it comes in a day. */
const KINDS: Say[] = [
  (thing, day, time) => [`Question about a ${thing} check`, `Hello,\n\nwhat does it cost to have a ${thing} looked at? We are at home on ${day} ${time}.\n\nThank you`],
  (thing, day) => [`Price for a new ${thing}`, `Good morning,\n\ncould you tell me what a new ${thing} costs with installation? ${day} would suit us for a visit.\n\nBest regards`],
  (thing) => [`Do you repair a ${thing}?`, `Hi, our ${thing} is fifteen years old. Do you still repair those, and which brands do you know? We rent the place, so I would have to ask the owner first.`],
  (thing, day, time) => [`Appointment on ${day}`, `We can't make it on ${day}. Could we move the appointment for the ${thing} to another day, best ${time}?`],
  (thing) => ['Please cancel my visit', `Please cancel the visit for the ${thing}. My neighbour could fix it.`],
  (thing) => [`No heat, urgent`, `It is an emergency: the ${thing} stopped last night and we have no heat. There is a small child here. Could somebody come today?`],
  (thing, day) => ['Any news?', `I wrote on ${day} about our ${thing} and would like to follow up on my earlier email. Is there any news?`],
  (thing) => ['Proof of ownership', `You asked for proof of ownership before the ${thing} is replaced. I am the new owner of the house; which document do you need?`],
  (thing, day) => ['Complaint', `I want to complain. Your technician came on ${day}, left the ${thing} in pieces and was rude. This is unacceptable and I want to speak to a manager.`],
];

/** A customer's first mail: somebody of the town, with one of the things that break. */
export const letter = (next: () => number, kind = Math.floor(next() * KINDS.length)): Letter => {
  const fromName = oneOf(NAMES, next);
  const say = KINDS[kind % KINDS.length] as Say;
  const [subject, text] = say(oneOf(THINGS, next), oneOf(DAYS, next), oneOf(TIMES, next));
  return { fromName, from: `${fromName.toLowerCase().replace(' ', '.')}${Math.floor(next() * 3) || ''}@customer.example`, subject, text: `${text}\n\n${fromName}` };
};

export const COMPLAINT = KINDS.length - 1;

const ANSWERS = ['Yes, that suits us. Thank you!', 'Thanks for the quick answer. Could it be a little later in the day?', 'That is more than I thought. I will think about it.', 'Great, and please ring the bell twice.'];

export const answer = (next: () => number): string => oneOf(ANSWERS, next);
