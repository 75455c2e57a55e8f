import { visibleReply } from '../conversations/visible-reply.ts';
import type { TaskType } from './task-type.ts';

/** The kind of work a new contact asks for, by its words. A guess that a person can change. */
export const triage = ({ subject, text }: { subject: string; text: string }): TaskType => {
  const words = `${subject.slice(0, 300)}\n${visibleReply(text.slice(0, MOST_CHARACTERS))}`.replaceAll('’', "'").replaceAll(/[^\S\n]+/g, ' ');
  return KINDS.find(([, cues]) => cues.every((cue) => cue.test(words)))?.[0] ?? 'other';
};

// The need stands near the top.
const MOST_CHARACTERS = 4_000;

const VISIT = "(?:appointment|visit|booking|slot|job|installation|repair|technician|engineer|plumber|meeting|service call)";

/** In the order they are asked; all cues of a kind must be there. A complaint binds the agent's hands, so it takes strong words. */
const KINDS: [TaskType, RegExp[]][] = [
  [
    'complaint',
    [
      /\bcomplain(?:t|ts|ing)?\b|\bunacceptable\b|\boutrag(?:eous|ed)\b|\bdisgust(?:ed|ing)\b|\bappall(?:ed|ing)\b|\bfurious\b|\bridiculous\b|\bfed up\b|\bworst (?:service|company|experience|customer)|\b(?:terrible|awful|horrible|poor|bad) (?:service|experience|customer|work|job)|\b(?:very|so|extremely|really|deeply|bitterly) (?:disappointed|unhappy|dissatisfied|angry|upset|frustrated)|\bspeak (?:to|with) (?:a|your|the) (?:manager|supervisor|boss)|\blawyers?\b|\blegal action\b|\bsolicitors?\b|\bsue you\b|\bombudsman\b|\bwas (?:so |very |extremely )?rude\b|\bscam(?:med)?\b/i,
    ],
  ],
  [
    'urgent-appointment',
    [
      /\bemergency\b|\burgent(?:ly)?\b|\basap\b|\bas soon as possible\b|\bimmediate(?:ly)?\b|\bright (?:away|now)\b|\bflood(?:ed|ing)\b|\bburst\b|\bsmell(?:s|ing)?(?: of)? gas\b|\bgas leak\b|\bsparks?\b|\bsmoke\b|\bon fire\b|\bwater (?:is )?(?:pouring|coming|running)\b|\bno (?:heat|heating|hot water|water|power|electricity)\b|\bwithout (?:heat|heating|hot water|water|power|electricity)\b/i,
      /\b(?:come|send|someone|somebody|appointment|visit|technician|engineer|plumber|electrician|repairs?|repaired|fix(?:ed)?|leak\w*|broken|burst|flood\w*|boiler|heat\w*|furnace|pipe|gas|water|power|electricity|smoke|sparks?|fire|today|tonight|emergency)\b/i,
    ],
  ],
  [
    'owner-verification',
    [
      /\bproof of (?:ownership|property)\b|\bownership (?:proof|document|verification|check)|\b(?:owner|ownership) verification\b|\bverify\b.{0,40}\bowner(?:ship)?\b|\btitle deeds?\b|\bproperty owner\b|\bi(?: am|'m) the (?:new |legal |registered )?(?:home)?owner\b|\bnew owners? of\b/i,
    ],
  ],
  [
    'reschedule',
    [
      new RegExp(
        `\\bre-?schedul\\w*|\\b(?:move|change|postpone|shift|delay|push(?: back)?|bring forward|switch|rearrange)\\b.{0,30}\\b${VISIT}\\b|\\b${VISIT}\\b.{0,40}\\b(?:another|a different|a later|an earlier) (?:day|time|date|slot)\\b|\\b(?:can't|cannot|won't be able to) make (?:it|the|my|our)\\b`,
        'i',
      ),
    ],
  ],
  [
    'cancel',
    [
      /^\W{0,4}(?:re:? ?)?cancel(?:l?ation)?\b(?! (?:policy|fee|terms))|\b(?:to|please|can i|could i|i'd like|i will|i'll|must|i) cancel\b|\bcancel (?:my|our|the|this|it)\b|\bcall(?:ing)? off (?:my|our|the)\b|\bno longer (?:need|want|require)\b/im,
    ],
  ],
  [
    'follow-up',
    [
      /\bfollow(?:ing|ed)?[ -]?up\b|\bany (?:update|news|progress)\b|\bstill (?:waiting|haven't|have not|no (?:answer|reply|response|news))|\b(?:haven't|have not|hasn't|has not) (?:heard|received|got|gotten|arrived)\b|\bstatus of (?:my|our|the)\b|\bas (?:discussed|agreed|promised)\b|\bcheck(?:ing)? in on\b|\bremind(?:er|ing)?\b/i,
    ],
  ],
  [
    'inquiry',
    [
      /\?|\b(?:quote|estimate|price|prices|pricing|cost|costs|how much|information|details|question|wondering|interested|enquir\w+|inquir\w+|opening hours|do you (?:offer|do|have|sell|provide)|available|availability|would like to (?:know|book|order)|i'd like to (?:know|book|order)|please (?:send|tell|let|advise|explain)|appointment)\b/i,
    ],
  ],
];
