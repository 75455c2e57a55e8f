let region: HTMLElement | undefined;

/** Says a sentence to a screen reader without moving the focus. Said twice, it is heard twice. */
export const announce = (sentence: string): void => {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.className = 'heard';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const line = document.createElement('p');
  line.textContent = sentence;
  region.replaceChildren(line);
};
