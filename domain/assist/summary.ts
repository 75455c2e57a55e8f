/** One sentence of a summary, with the words of the message it was made from. */
export type SummaryLine = {
  says: string;
  messageId: string;
  /** Where in that message's text it stands: UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
};

/** What the customer needs, in short. Made without a network; a customer's words in it are still hostile text. */
export type Summary = {
  origin: 'built-in';
  /** The newest need first, then what we answered or promised. */
  lines: SummaryLine[];
  /** Dates, amounts, order and phone numbers, verbatim. */
  chips: string[];
  /** Messages it was made from. */
  messages: number;
};

/** What a summary reads of a message. */
export type Turn = { id: string; direction: 'in' | 'out'; text: string; subject?: string };
