package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSessions;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Hands mails to a store's mail server as every mail of the store is, and says why it does not.
final class SmtpTrial implements AutoCloseable {

    private static final Pattern RELAY =
            Pattern.compile(
                    "relay|5\\.7\\.1\\b|not permitted|authenticat", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER =
            Pattern.compile("5\\.7\\.60|sendas|sender|from", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_FOR_GOOD = 500;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    SmtpTrial(MailServer server, MailSessions sessions) {
        this.server = server;
        this.session = sessions.smtp(server);
    }

    void signIn() throws CheckFailedException {
        MailServer.Login login = server.login();
        try {
            Transport opened = session.getTransport("smtp");
            transport = opened;
            opened.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
        } catch (AuthenticationFailedException e) {
            throw loginRefused(e);
        } catch (MessagingException _) {
            throw new CheckFailedException("hung_up");
        }
    }

    static CheckFailedException loginRefused(AuthenticationFailedException refusal) {
        String said = String.valueOf(refusal.getMessage());
        String small = said.toLowerCase(Locale.ROOT);
        if (small.contains("no authentication mechanisms supported")) {
            return new CheckFailedException("login_not_offered");
        }
        return new CheckFailedException(
                small.contains("5.7.139") || small.contains("basic auth")
                        ? "login_switched_off"
                        : "login_refused",
                said);
    }

    void send(CheckMail mail) throws CheckFailedException {
        Transport open = transport;
        if (open == null) {
            throw new IllegalStateException("not signed in");
        }
        try {
            var written = mail.written(session);
            open.sendMessage(written, written.getAllRecipients());
        } catch (MessagingException e) {
            throw refusal(e);
        }
    }

    private CheckFailedException refusal(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPSenderFailedException e -> {
                    return refused("sender_refused", e.getReturnCode(), e);
                }
                case SMTPAddressFailedException e -> {
                    String why = isAbout(RELAY, e) ? "relay_denied" : "recipient_refused";
                    return refused(why, e.getReturnCode(), e);
                }
                case SMTPSendFailedException e when e.getReturnCode() > 0 -> {
                    String why = isAbout(SENDER, e) ? "sender_refused" : "mail_refused";
                    return refused(why, e.getReturnCode(), e);
                }
                default -> {}
            }
        }
        return new CheckFailedException("hung_up");
    }

    /// Which for now is no judgement.
    private CheckFailedException refused(String code, int status, Exception failure) {
        boolean wantsLogin = status == 530 && server.login() == null;
        String said = String.valueOf(failure.getMessage());
        return new CheckFailedException(
                wantsLogin ? "login_wanted" : status < FIRST_FOR_GOOD ? "not_now" : code, said);
    }

    private static boolean isAbout(Pattern what, Exception failure) {
        return what.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    @Override
    public void close() {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException _) {
            transport = null; // it is gone either way
        }
    }
}
