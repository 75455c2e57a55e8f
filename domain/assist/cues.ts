/** Words that tell what a sentence is for. Each list is a hint, none decides alone. */
export const PROBLEM =
  /\b(?:broken?|breaks?|wrong|fail(?:s|ed|ing)?|faulty|damaged?|defective|errors?|issues?|problems?|troubles?|leak(?:s|ing|ed|y)?|flood(?:ed|ing)?|stop(?:s|ped)|stuck|missing|lost|late|delay(?:ed)?|overdue|still|never|nobody|no one|cold|dead|twice|overcharged|unacceptable|disappoint(?:ed|ing)|terrible|awful|rude|complain(?:t|ing)?|unhappy|frustrat(?:ed|ing)|angry|useless|worst|emergency|urgent(?:ly)?|smell of gas|no (?:heat|heating|hot water|water|power|answer|reply|response|signal|service|internet)|(?:not|n['’]t|cannot)(?: \w{1,12}){0,2} (?:work\w*|arriv\w*|receiv\w*|respon\w*|answer\w*|call\w*|come|came|show\w*|fix\w*|get|help\w*|happy|satisfied|acceptable|right|correct|updated|open\w*|start\w*|load\w*|heat\w*|cool\w*|turn\w*|log|pay|access|find|like|here|there|been))\b/i;

export const NEGATION = /\b(?:not|cannot|no)\b|n['’]t\b/i;

export const ASK =
  /\b(?:please|can you|could you|would you|will you|can i|could i|may i|i need|we need|i want|we want|i(?:'|’)d like|i would like|looking (?:for|to)|is it possible|let me know|call (?:me|us)|send (?:me|us|someone)|refund|cancel|reschedule|book|appointment|quote|invoice|how (?:do|can|much|long|many)|when (?:will|can|is|do)|where is|what is)\b/i;

/** A greeting, thanks or a farewell, perhaps with a name: nothing that anybody needs. */
export const isCourtesy = (text: string): boolean => {
  const words = text.slice(0, 200);
  if (GREETING_ONLY.test(words)) return true;
  return words.length < 80 && POLITE.test(words) && !PROBLEM.test(words) && !ASK.test(words) && !words.includes('?');
};

const GREETING_ONLY =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|thanks?(?: (?:you|again|so much|a lot|in advance))*|many thanks|cheers|(?:kind |best |warm |with )*(?:regards|wishes)|best|sincerely|yours(?: (?:sincerely|faithfully|truly))?|ok(?:ay)?|great|perfect|good|fine|sure|yes|no|no worries|take care|bye|goodbye|please|there|all|team|sir|madam|or)\b[\s,!.…-]*)+(?:(?:\p{Lu}[\p{L}.'’-]{0,30}|[.,!])\s*){0,3}$/iu;

const POLITE =
  /^(?:thanks?|thank you|many thanks|i appreciate|have a|that['’]s (?:it|all)|you['’]re welcome|(?:i )?hope|i look forward|looking forward|i['’]ll look forward|sorry|i am sorry|i['’]m sorry|apologies|not? (?:a )?problem|a pleasure|my pleasure|no worries|take care|one moment|let me know|anything else|is there anything else)\b/i;

export const IDENTIFIES =
  /^(?:my name is|my (?:phone |mobile |cell |account |order )?number is|my (?:e-?mail|address) is|this is|username|name|e-?mail|phone|tel|address|account|order id)\b/i;

export const INSULT = /\b(?:idiots?|stupid|morons?|crap|damn|hell|fuck\w*|shit\w*|bastards?|assholes?|bitch\w*|scum|dumb|clowns?|liars?|thieves|sucks?)\b/i;

/** Written at a machine that reads along: orders to a model, pretended roles, pretended ends of the text. */
export const FOR_A_MACHINE =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|previous|above|prior)|\b(?:system|assistant|developer)\s*:|<\/?\s*(?:ticket|system|user|assistant|instruction)|\bsystem[ _]?prompt|\b(?:your|hidden|secret) instructions\b|\bsub-?tasks?\b|\bend of (?:ticket|conversation|message|text)\b|\b(?:in|to) (?:your|the) summary\b|^summary\s*:|\bmark (?:this|the|my) (?:ticket|task|case)\b|\bclose (?:this|the|my) (?:ticket|task|case)\b|\bas an? (?:ai|language model)\b|\{\{|\bjailbreak/i;

/** What our own sentences do: promise, do, ask for something that is missing. */
export const ACTION =
  /\b(?:will|we['’]ll|i['’]ll|have|has|booked|scheduled|sent|refund(?:ed)?|call(?:ed)?|check(?:ed|ing)?|replac(?:e|ed|ement)|appointment|technician|tomorrow|today|escalated|order(?:ed)?|please|unfortunately|cannot|offer|confirm(?:ed)?)\b/i;
