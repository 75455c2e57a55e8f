/** `;name=value` parts; names in small letters. */
export type Params = ReadonlyMap<string, string | undefined>;

/** Cuts at a mark that stands outside of quotes and angle brackets. */
export const cutOutside = (text: string, mark: string): string[] => {
  const parts: string[] = [];
  let quoted = false;
  let angled = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '\\') at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '<') angled = true;
    else if (letter === '>') angled = false;
    else if (letter === mark && !angled) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim());
};

/** Of two equal names the first counts: who reads the last one could be told something else than who reads the first. */
export const readParams = (parts: readonly string[]): Params => {
  const params = new Map<string, string | undefined>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (name && !params.has(name)) params.set(name, equals < 0 ? undefined : unquoted(part.slice(equals + 1).trim()));
  }
  return params;
};

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

export const writeParams = (params: Params): string =>
  [...params].map(([name, value]) => (value === undefined ? `;${name}` : `;${name}=${value}`)).join('');
