package dev.shopbell.email.inbound;

import dev.shopbell.email.account.EmailChecks;
import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.mime.Limits;
import dev.shopbell.email.mime.MailAddress;
import dev.shopbell.email.mime.MailKind;
import dev.shopbell.email.mime.ParsedMail;
import dev.shopbell.email.mime.Writer;
import dev.shopbell.email.outbound.OwnMark;
import dev.shopbell.platform.http.ThrottledException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes mail in, whichever way it came, and each one once wherever it is for. What a program wrote
/// is never answered: neither our own mail that comes back, nor a bounce, nor whoever is out of the
/// office. Nor is it hidden: what tells of nothing here stays unseen in its mailbox.
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
    private final ProvidersQuestions questions;
    private final EmailChecks checks;
    private final Incoming incoming;
    private final OwnMark mark;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    InboundMails(
            Matches matches,
            HumanMails human,
            AutomaticMails automatic,
            Explanations explanations,
            ProvidersQuestions questions,
            EmailChecks checks,
            Incoming incoming,
            OwnMark mark) {
        this.matches = matches;
        this.human = human;
        this.automatic = automatic;
        this.explanations = explanations;
        this.questions = questions;
        this.checks = checks;
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
        } finally {
            reading.release();
        }
    }

    /// Whether mail to this address could be for a store of ours.
    boolean isFor(String recipient) {
        return Addressed.parse(recipient).filter(matches::isAwaited).isPresent();
    }

    private Became take(@Nullable StoreId store, List<String> recipients, ParsedMail mail) {
        List<Addressed> to = addressed(recipients.stream());
        if (isOfTest(to, mail)) {
            return Became.DROPPED;
        }
        return arrivals(store, to, mail).map(this::take).reduce(Became.NOT_OURS, Became::or);
    }

    private boolean isOfTest(List<Addressed> recipients, ParsedMail mail) {
        return mail.headers()
                .first(EmailChecks.HEADER)
                .filter(header ->
                        recipients.stream().anyMatch(to -> checks.arrived(header, to.mailbox())))
                .isPresent();
    }

    /// One for each store that it was forwarded for: to that store's mailbox it came, and whatever
    /// its headers name is read for that store alone. One for all others.
    private Stream<Arrival> arrivals(
            @Nullable StoreId store, List<Addressed> recipients, ParsedMail mail) {
        if (recipients.isEmpty()) {
            return Stream.of(arrival(store, addressed(named(mail)), mail));
        }
        Map<Optional<StoreId>, List<Addressed>> stores =
                recipients.stream()
                        .collect(
                                Collectors.groupingBy(
                                        to -> incoming.forwardedTo(to.mailbox()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return stores.entrySet().stream()
                .map(each -> arrival(each.getKey().orElse(store), each.getValue(), mail));
    }

    private Became take(Arrival arrival) {
        return switch (MailKind.of(arrival.mail(), mark.value())) {
            case MailKind.OwnLoop _ -> Became.LEFT;
            case MailKind.Bounced(var bounce) ->
                    automatic.returned(bounce, matches.returned(arrival).orElse(null));
            case MailKind.Automatic _ ->
                    Became.LEFT.or(forEach(arrival, match -> noted(arrival, match)));
            case MailKind.Doubtful(var isImpersonal) ->
                    forEach(arrival, match -> doubtful(arrival, match, isImpersonal));
            case MailKind.Human _ -> forEach(arrival, match -> written(arrival, match));
        };
    }

    /// What it has to wait for at one of them keeps it from no other.
    private Became forEach(Arrival mail, Function<Match, Became> taking) {
        Became became = Became.NOT_OURS;
        for (Match match : matches.of(mail)) {
            try {
                became = became.or(taking.apply(match));
            } catch (ThrottledException _) {
                became = Became.COME_AGAIN;
            }
        }
        return became;
    }

    private Became noted(Arrival mail, Match match) {
        return match instanceof Match.Answer thread
                ? automatic.note(mail, thread)
                : asked(mail, match.store());
    }

    /// Whether a program wrote it is not certain, so it is not answered.
    private Became doubtful(Arrival mail, Match match, boolean isImpersonal) {
        return switch (match) {
            case Match.Answer _ -> written(mail, match);
            case Match.Fresh(var store, _) ->
                    isImpersonal || isToForwardingAddress(mail, store)
                            ? asked(mail, store)
                            : written(mail, match);
            case Match.OfStaff _ -> Became.LEFT;
        };
    }

    /// Of whose thread it is none it says nothing, unless a provider asks about forwarding.
    private Became asked(Arrival mail, StoreId store) {
        return isToForwardingAddress(mail, store) ? questions.keep(mail, store) : Became.LEFT;
    }

    /// Whether it was written to that very address, and not sent on to it.
    private boolean isToForwardingAddress(Arrival mail, StoreId store) {
        return addressed(mail.mail().to().stream().map(MailAddress::address)).stream()
                .flatMap(to -> incoming.forwardedTo(to.mailbox()).stream())
                .anyMatch(store::equals);
    }

    private Became written(Arrival mail, Match match) {
        if (mail.from().equals(MAIL_SYSTEM)) {
            return Became.NOT_OURS;
        }
        if (matches.isItsOwn(match.store(), mail)) {
            return Became.LEFT;
        }
        return switch (match) {
            case Match.Answer thread -> human.answer(mail, thread);
            case Match.Fresh fresh -> human.fresh(mail, fresh);
            case Match.OfStaff(var answered) -> explanations.explain(mail, answered);
        };
    }

    private static Arrival arrival(@Nullable StoreId store, List<Addressed> to, ParsedMail mail) {
        return new Arrival(
                mail,
                Writer.of(mail).stream()
                        .flatMap(from -> EmailAddress.parse(from.address()).stream())
                        .findFirst()
                        .orElse(MAIL_SYSTEM),
                to,
                tags(Stream.concat(to.stream(), addressed(named(mail)).stream())),
                answered(mail),
                store,
                Fingerprint.of(mail));
    }

    private static List<Addressed> addressed(Stream<String> addresses) {
        return addresses.flatMap(each -> Addressed.parse(each).stream()).toList();
    }

    private static List<String> tags(Stream<Addressed> to) {
        return to.flatMap(each -> Stream.ofNullable(each.tag())).distinct().toList();
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
