/** How a file is offered, RFC 6266: always to be saved, never to be shown as a page, its name in letters that no header breaks on. */
export const offeredAs = (name: string): string => {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '').replaceAll(/["\\%;]/g, '_').trim() || 'file';
  const exact = encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
};

/** Pictures that are nothing but pictures. Whatever else it calls itself, a browser is told that it is bytes. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
export const servedType = (type: string): string => (PICTURES.has(type) ? type : 'application/octet-stream');
export const isPicture = (type: string): boolean => PICTURES.has(type);
