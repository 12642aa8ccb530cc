import { randomUUID } from 'node:crypto';

/** Files the person chose in the system's dialogs, by ticket: the window names the ticket and never learns or sends a path. */
export const chosenFiles = () => {
  const files = new Map<string, string>();
  return {
    add: (file: string): string => {
      const ticket = randomUUID();
      files.set(ticket, file);
      return ticket;
    },
    /** The files that the tickets in a call's input stand for. */
    namedIn: (input: object): Record<string, string> => {
      const tickets = Object.values(input).filter((value) => typeof value === 'string' && files.has(value));
      return Object.fromEntries(tickets.map((ticket: string) => [ticket, files.get(ticket) ?? '']));
    },
    clear: (): void => files.clear(),
  };
};

export type ChosenFiles = ReturnType<typeof chosenFiles>;
