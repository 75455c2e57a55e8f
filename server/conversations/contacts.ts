/** SQL over `messages`: what was said between a customer and a person. What the desk says by itself is no contact. */
export const IS_CONTACT = `(direction = 'in' or machine is null)`;
