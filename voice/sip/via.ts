import { cutOutside, readParams, writeParams, type Params } from './params.ts';
import { isPort } from './uri.ts';

/** One station of a request's way; answers go back the same way. */
export type Via = { transport: string; host: string; port?: number; params: Params };

const SHAPE = /^SIP\s*\/\s*2\.0\s*\/\s*([A-Z]+)\s+(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?:\s*:\s*(\d{1,5}))?$/i;

export const readVia = (value: string): Via | undefined => {
  const [first = '', ...rest] = cutOutside(value, ';');
  const found = SHAPE.exec(first);
  const [, transport = '', host = '', port] = found ?? [];
  if (!found || (port !== undefined && !isPort(Number(port)))) return undefined;
  return {
    transport: transport.toUpperCase(),
    host: host.toLowerCase(),
    ...(port ? { port: Number(port) } : {}),
    params: readParams(rest),
  };
};

export const writeVia = ({ transport, host, port, params }: Via): string =>
  `SIP/2.0/${transport} ${host}${port === undefined ? '' : `:${port}`}${writeParams(params)}`;
