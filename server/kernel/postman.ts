import type { EntityManager } from '@mikro-orm/postgresql';
import { createTransport } from 'nodemailer';
import type { Clock } from './clock.ts';
import { Mail } from './mail.ts';

/** A mail to write: plain text, one reader. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails. Each is stored before it leaves; without SMTP it stays in the outbox that administrators can read. */
export interface Postman {
  /** Whether an SMTP server takes the mails. Then nobody else may read them: they hold links that open accounts. */
  readonly delivers: boolean;
  /** The address people type, for the links. */
  readonly publicUrl: string;
  /** Answers once the mail is stored: how long the SMTP server takes must not tell whether an address is known. */
  send(letter: Letter): Promise<void>;
  /** Waits for the mails under way. */
  close(): Promise<void>;
}

interface Post {
  readonly em: EntityManager;
  readonly smtpUrl: string | null;
  readonly from: string;
  readonly publicUrl: string;
  readonly clock: Clock;
  /** Told of a mail that the SMTP server refused; it stays in the outbox, unsent. */
  readonly complain: (error: unknown) => void;
}

export function openPostman({ em, smtpUrl, from, publicUrl, clock, complain }: Post): Postman {
  const transport = smtpUrl ? createTransport(smtpUrl, { from }) : null;
  const underWay = new Set<Promise<void>>();

  const deliver = async (em: EntityManager, mail: Mail): Promise<void> => {
    await transport?.sendMail({ to: mail.recipient, subject: mail.subject, text: mail.body });
    mail.sentAt = clock();
    mail.body = withoutLinks(mail.body);
    await em.flush();
  };

  return {
    delivers: transport !== null,
    publicUrl,
    async send({ to, subject, text }) {
      const own = em.fork() as EntityManager;
      const mail = own.create(Mail, { recipient: to, subject, body: text });
      await own.flush();
      if (!transport) return;
      const delivery = deliver(own, mail).catch(complain);
      underWay.add(delivery);
      delivery.finally(() => underWay.delete(delivery));
    },
    async close() {
      await Promise.all(underWay);
      transport?.close();
    },
  };
}

/** What is kept of a mail that left: its links still open accounts, and the database is read by more than one person. */
const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/g, '[…]');
