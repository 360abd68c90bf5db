package dev.shopbell.email.inbound;

import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.mime.Limits;
import dev.shopbell.email.mime.MailAddress;
import dev.shopbell.email.mime.MailKind;
import dev.shopbell.email.mime.ParsedMail;
import dev.shopbell.email.outbound.OwnMark;
import dev.shopbell.platform.http.ThrottledException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes mail in, whichever way it came, and each one once. What a program wrote is never answered:
/// neither our own mail that comes back, nor a bounce, nor whoever is out of the office.
@Singleton
public final class InboundMails {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// Each may take some ten times the bytes of a mail while it is read.
    private static final int READ_AT_ONCE = 2;

    private static final List<String> DELIVERED_TO =
            List.of("delivered-to", "x-original-to", "envelope-to");

    private static final EmailAddress MAIL_SYSTEM = new EmailAddress("mailer-daemon@invalid");

    private final Matches matches;
    private final HumanMails human;
    private final AutomaticMails automatic;
    private final Explanations explanations;
    private final Incoming incoming;
    private final OwnMark mark;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    InboundMails(
            Matches matches,
            HumanMails human,
            AutomaticMails automatic,
            Explanations explanations,
            Incoming incoming,
            OwnMark mark) {
        this.matches = matches;
        this.human = human;
        this.automatic = automatic;
        this.explanations = explanations;
        this.incoming = incoming;
        this.mark = mark;
    }

    /// When it returns, what became of the mail is committed.
    ///
    /// @param store whose mailbox it came to; null: it may be any store's
    /// @param recipients of the envelope; empty when only the headers tell
    Became take(@Nullable StoreId store, List<String> recipients, InputStream mail)
            throws IOException {
        reading.acquireUninterruptibly();
        try {
            ParsedMail parsed = ParsedMail.read(mail, Limits.STANDARD);
            Became became = take(store, recipients, parsed);
            LOG.infof("mail came became=%s files=%d", became, parsed.attachments().size());
            return became;
        } catch (ThrottledException _) {
            return Became.COME_AGAIN;
        } finally {
            reading.release();
        }
    }

    /// Whether mail to this address could be for a store of ours.
    boolean isFor(String recipient) {
        return Addressed.parse(recipient)
                .map(to -> incoming.storeOf(to.mailbox()).isPresent() || Matches.isMarked(to))
                .orElse(false);
    }

    private Became take(@Nullable StoreId store, List<String> recipients, ParsedMail mail) {
        Arrival arrival = arrival(store, recipients, mail);
        return switch (MailKind.of(mail, mark.value())) {
            case MailKind.OwnLoop _ -> Became.DROPPED;
            case MailKind.Bounced(var bounce) ->
                    automatic.returned(bounce, matches.returned(arrival).orElse(null));
            case MailKind.Automatic _ -> noted(arrival);
            case MailKind.Human _ -> written(arrival);
        };
    }

    /// Of whose thread it is none it says nothing.
    private Became noted(Arrival mail) {
        return matches.of(mail) instanceof Match.Answer thread
                ? automatic.note(mail, thread)
                : Became.DROPPED;
    }

    private Became written(Arrival mail) {
        if (mail.from().equals(MAIL_SYSTEM)) {
            return Became.NOT_OURS;
        }
        if (matches.isOurs(mail)) {
            return Became.DROPPED;
        }
        return switch (matches.of(mail)) {
            case Match.Answer thread -> human.answer(mail, thread);
            case Match.Fresh(var to) -> human.fresh(mail, to);
            case Match.OfStaff(var answered) -> explanations.explain(mail, answered);
            case Match.Nobody _ -> Became.NOT_OURS;
        };
    }

    private static Arrival arrival(
            @Nullable StoreId store, List<String> recipients, ParsedMail mail) {
        Stream<String> to = recipients.isEmpty() ? named(mail) : recipients.stream();
        return new Arrival(
                mail,
                mail.from().stream()
                        .flatMap(from -> EmailAddress.parse(from.address()).stream())
                        .findFirst()
                        .orElse(MAIL_SYSTEM),
                to.flatMap(each -> Addressed.parse(each).stream()).toList(),
                answered(mail),
                store,
                Fingerprint.of(mail));
    }

    /// Whom the headers say it is to; the last mail server's word first.
    private static Stream<String> named(ParsedMail mail) {
        return Stream.concat(
                DELIVERED_TO.stream().flatMap(header -> mail.headers().first(header).stream()),
                Stream.concat(mail.to().stream(), mail.cc().stream()).map(MailAddress::address));
    }

    /// Those it answers first, then what the thread before has been.
    private static List<String> answered(ParsedMail mail) {
        return Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream())
                .distinct()
                .limit(50)
                .toList();
    }
}
