import type { Email } from 'postal-mime';

type Verdict = 'verified' | 'failed' | undefined;

/**
 * Whether the mail server in front of us could tell that this mail is from the domain it says it is from. Only the
 * newest Authentication-Results header that bears the trusted server's own name counts (RFC 8601): it stands on top,
 * and anybody can write others below. Without a trusted server nobody looked, and nothing is said.
 */
export const senderVerified = (email: Pick<Email, 'headers'> | undefined, from: string, trustedRelay: string | undefined): Verdict => {
  if (!trustedRelay) return undefined;
  const own = email?.headers.find(({ key, value }) => key === 'authentication-results' && nameIn(value) === trustedRelay.toLowerCase());
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  return own && domain !== '' && vouchesFor(uncommented(own.value.slice(0, 8000)), domain) ? 'verified' : 'failed';
};

const nameIn = (value: string): string => uncommented(value.slice(0, 500)).split(';')[0]?.trim().split(/\s+/)[0]?.toLowerCase() ?? '';

const uncommented = (value: string): string => value.replaceAll(/\([^()]*\)/g, ' ').replaceAll(/"([^"]*)"/g, '$1');

const vouchesFor = (value: string, domain: string): boolean => {
  const results = value.toLowerCase().split(';').slice(1).map((part) => part.trim());
  const dmarc = results.find((part) => part.startsWith('dmarc='));
  if (dmarc) return /^dmarc=pass\b/.test(dmarc);
  return results.some((part) => {
    const signer = part.match(/^dkim=pass\b.*\bheader\.(?:d|i)=(?:[^\s@]*@)?([^\s;]+)/)?.[1] ?? part.match(/^spf=pass\b.*\bsmtp\.mailfrom=(?:[^\s@]*@)?([^\s;]+)/)?.[1];
    return signer !== undefined && isSame(signer, domain);
  });
};

/** The same domain, or one below the other, as relaxed alignment has it. */
const isSame = (one: string, other: string): boolean => one === other || (one.includes('.') && other.endsWith(`.${one}`)) || (other.includes('.') && one.endsWith(`.${other}`));
