import type { Told } from './report.ts';

/** Why a mail did not arrive. */
export type Reason = 'nobody' | 'moved' | 'full' | 'large' | 'no-host' | 'expired' | 'off' | 'spam' | 'sender' | 'refused' | 'trouble';

type Sign = [reason: Reason, words: RegExp, codes?: RegExp];

/** The first that fits holds: words say more than codes, which many servers choose carelessly. */
const SIGNS: Sign[] = [
  ['expired', /at a rate|too many (?:recipients|connections|mails)|unusual rate|temporarily deferred/i],
  ['refused', /policy violation/i],
  ['moved', /(?:has|have) moved|new address|no longer (?:works|with|employed)|account (?:has )?moved|address (?:has )?changed/i, /\.1\.6$/],
  ['full', /number of messages in|mail ?box (?:is )?full|quota|over ?size|insufficient (?:disk|system|mail ?box)? ?(?:space|storage)|exceeded (?:storage|mail)|too many messages|user (?:is )?over/i, /\.2\.2$/],
  ['large', /(?:message|mail|size|header).{0,30}(?:too (?:large|big)|exceed)|exceed.{0,30}size|size limit|line limit/i, /\.(?:3\.4|2\.3)$/],
  ['off', /(?:mailbox|account|user|recipient).{0,40}(?:disabled|suspend|inactive|deactivat|discontinued|locked|on hold)|not active/i, /\.2\.1$/],
  ['no-host', /host (?:or domain )?(?:name )?(?:not found|unknown|lookup)|unknown host|no such (?:host|domain)|domain (?:does not exist|not found|name not found)|nxdomain|unrouteable|unroutable|domain must exist|no mx|unable to (?:lookup|resolve)|bad (?:dns|destination)|name service error|illegal host/i, /\.(?:1\.2|4\.4|1\.10)$/],
  ['spam', /spam|block(?:ed|list)|blacklist|listed (?:at|in|by)|reputation|\brbl\b|dnsbl|spamhaus|spamcop|virus|malware|phish|content (?:rejected|denied)|unsolicited/i],
  ['sender', /spf|dkim|dmarc|authenticat|reverse (?:dns|lookup|host)|\bptr\b|unverif\w+ (?:sending )?ip|sender (?:address )?(?:rejected|denied|verif)|not allowed to send|relay(?:ing)? (?:access )?(?:denied|not)|cannot relay|rdns/i, /\.7\.(?:20|23|25|26)$/],
  ['nobody', /(?:user|mailbox|recipient|address|account|addressee|local ?part|inbox).{0,60}(?:unknown|not (?:found|exist|known|here|recogni|listed|valid|available)|does(?:n'?t| not) (?:exist|have)|invalid|rejected|undeliverable|no such|not a +registered|not listed in)|(?:unknown|no such|invalid|nonexist\w*|non-existent|bad|not a known|don'?t know|no) (?:\w+ )?(?:user|mailbox|recipient|address|account|person|inbox|name)|user unknown/i, /\.1\.[01]$/],
  ['expired', /expired|time(?:d)? ?out|too long|giving up|connection (?:refused|reset|dropped|lost)|could not (?:be )?(?:connect|contact)|too many hops|loop|deferr|try again|temporar|not responding|unreachable|retry|(?:been )?in queue|service not available|failing for a long time|requests to connect|socket error|no longer than|not been delivered/i, /\.4\.[1-7]$/],
  ['refused', /denied|refus|reject|polic|not permit|not accept|prohibit|forbidden|unauthori|disallow|administrative/i, /\.7\.\d+$/],
];

export const reasonOf = ({ status, says }: Pick<Told, 'status' | 'says'>, words = ''): Reason => {
  const text = says || words.slice(0, 2000);
  return (SIGNS.find(([, sign]) => sign.test(text)) ?? SIGNS.find(([, , codes]) => codes?.test(status)))?.[0] ?? 'trouble';
};

/** In words for the agent. */
export const REASONS: Record<Reason, string> = {
  nobody: 'Nobody has this address.',
  moved: 'The customer has another address now.',
  full: 'The mailbox of the customer is full.',
  large: 'The mail is larger than the customer’s mail server takes.',
  'no-host': 'There is no mail server for this address; it may be mistyped.',
  expired: 'The customer’s mail server could not be reached in time.',
  off: 'The mailbox of the customer is switched off.',
  spam: 'The customer’s mail server took it for spam.',
  sender: 'The customer’s mail server does not trust ours. An administrator looks at SPF, DKIM and the server’s name.',
  refused: 'The customer’s mail server did not allow it.',
  trouble: 'The mail could not be delivered.',
};
