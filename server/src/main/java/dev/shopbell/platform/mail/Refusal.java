package dev.shopbell.platform.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail server means by not taking a mail. That a store has sent its part for today, or may
/// not send by this server, is no recipient's fault: such a mail waits until somebody has seen to
/// it.
///
/// @param command which was refused: `MAIL FROM:<…>`
/// @param answer the server's, with its status
record Refusal(int status, String command, String answer) {

    /// The store has sent too much.
    static final String QUOTA = "quota";

    /// The store may not send by this server, or not from this address.
    static final String SENDER = "sender";

    /// RFC 5321, 4.2.3: the mailbox, its size, its name, or the transaction is refused. Not 530 and
    /// its like, which are about us.
    private static final int FIRST_FOR_GOOD = 550;

    private static final int LAST_FOR_GOOD = 554;

    /// RFC 3463, 2
    private static final Pattern ENHANCED =
            Pattern.compile("^\\d{3}[ -]([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private static final Pattern TOO_MUCH =
            Pattern.compile(
                    "(sending|daily|hourly|outgoing|outbound|message|submission|sender|user) (quota|limit|rate)"
                            + "|rate.?limit|too many (messages|mails|e-?mails)"
                            + "|(quota|limit) (was |is |has been )?(exceeded|reached)");

    private static final Pattern NOT_OURS =
            Pattern.compile(
                    "relay|authentic|not logged in|log ?in first|\\bspf\\b|\\bdkim\\b|\\bdmarc\\b"
                            + "|sender (address )?(rejected|denied|not )|send as|sendasdenied");

    /// RFC 7372 and what large providers add to it: who we are, and whether we may. 5.7.1 may mean
    /// anything, and others are about the recipient.
    private static final Set<Integer> ABOUT_US =
            Set.of(3, 8, 9, 14, 20, 21, 22, 23, 24, 25, 26, 27, 28, 57, 60, 64);

    private static final int FIRST_ABOUT_US = 500; // 5.7.501 and on, of Exchange Online
    private static final int MAILBOX = 2;
    private static final int SYSTEM = 3;
    private static final int ROUTING = 4;
    private static final int POLICY = 7;

    SmtpException said() {
        if (isQuota()) {
            return new SmtpException(QUOTA, false, true);
        }
        if (isForGoodByStatus() && isAboutUs()) {
            return new SmtpException(SENDER, false, true);
        }
        return new SmtpException(
                Integer.toString(status),
                isForGoodByStatus() && !isEnhanced(4, -1, -1),
                !command.startsWith("RCPT"));
    }

    private boolean isForGoodByStatus() {
        return status >= FIRST_FOR_GOOD && status <= LAST_FOR_GOOD;
    }

    private boolean isQuota() {
        return isEnhanced(-1, ROUTING, 5)
                || (!isAboutMailbox() && TOO_MUCH.matcher(words()).find());
    }

    /// Full, or only ever for mails of less than so many bytes.
    private boolean isAboutMailbox() {
        return isEnhanced(-1, MAILBOX, -1)
                || isEnhanced(-1, SYSTEM, 4)
                || words().contains("mailbox")
                || words().contains("size");
    }

    private boolean isAboutUs() {
        if (isAboutMailbox()) {
            return false;
        }
        return command.startsWith("MAIL") || isPolicyAboutUs() || NOT_OURS.matcher(words()).find();
    }

    private boolean isPolicyAboutUs() {
        Matcher enhanced = ENHANCED.matcher(answer);
        if (!enhanced.find() || Integer.parseInt(enhanced.group(2)) != POLICY) {
            return false;
        }
        int detail = Integer.parseInt(enhanced.group(3));
        return ABOUT_US.contains(detail) || detail >= FIRST_ABOUT_US;
    }

    /// -1 is any.
    private boolean isEnhanced(int kind, int subject, int detail) {
        Matcher enhanced = ENHANCED.matcher(answer);
        return enhanced.find()
                && is(kind, enhanced.group(1))
                && is(subject, enhanced.group(2))
                && is(detail, enhanced.group(3));
    }

    private static boolean is(int wanted, String digits) {
        return wanted < 0 || wanted == Integer.parseInt(digits);
    }

    private String words() {
        return answer.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Refusal[" + status + "]";
    }
}
