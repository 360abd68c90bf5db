package dev.shopbell.email.mime;

import java.util.Locale;
import java.util.regex.Pattern;

/// Why a mail did not arrive, in words for those who sent it.
public enum BounceReason {
    NO_SUCH_ADDRESS(
            "There is no such address.",
            "5\\.1\\.(?:0|1|3|6|10)",
            "(?:no such|unknown|invalid|unrouteable|non-?existent) (?:\\w+ )?(?:user"
                    + "|mailbox|recipient|address|account)"
                    + "|(?:user|mailbox|recipient|address|account)(?: name)?(?: \\S+)? "
                    + "(?:is )?(?:unknown|not found|does not exist|doesn't exist|invalid"
                    + "|rejected)"
                    + "|(?:doesn't|does not) have an? .{0,30}account|not listed in|no mailbox here"
                    + "|address couldn't be found|no such person|couldn't find any host by "
                    + "that name user"
                    + "|(?:recipient|addressee)(?: name)?(?: is)? (?:unknown|not "
                    + "(?:known|found|recognized))|user not known|no mailbox|unknown "
                    + "local[- ]part|user reject"),
    NO_SUCH_DOMAIN(
            "There is no mail server for this address.",
            "5\\.1\\.2|5\\.4\\.4|4\\.4\\.[34]",
            "(?:host|domain|name)(?: \\S+)? (?:is )?(?:unknown|not found|does not exist)"
                    + "|host or domain name not found"
                    + "|couldn't find any host|nxdomain|bad destination host|unrouteable "
                    + "(?:mail )?domain|unknown host|no mx"),
    MAILBOX_FULL(
            "The mailbox is full.",
            "[45]\\.2\\.2",
            "(?:mailbox|mail ?folder|quota|inbox|storage).{0,40}(?:full|exceed|limit"
                    + "|violation)|over (?:\\w+ )?quota|out of storage|not enough|exceed\\w* "
                    + ".{0,30}(?:quota|storage)|too much mail"),
    MAILBOX_CLOSED(
            "The mailbox takes no mail any more.",
            "[45]\\.2\\.1",
            "(?:mailbox|account|user).{0,40}(?:disabled|inactive|suspended|deactivated"
                    + "|closed|not accepting)|no longer (?:active|available|valid|works)"),
    TOO_LARGE(
            "The mail was too large.",
            "[45]\\.2\\.3|[45]\\.3\\.4",
            "message (?:size|too (?:large|big|long))|too large|exceeds.{0,30}message size"),
    UNWANTED(
            "The mail server took it for unwanted mail, or does not trust the sender.",
            "[45]\\.7\\.\\d{1,3}",
            "spam|blocked|black ?list|blocklist|dnsbl|spamhaus|policy|dmarc|\\bspf\\b"
                    + "|dkim|reputation|unsolicited|denied|virus|content rejected"),
    NOT_REACHED(
            "The mail server could not be reached, although it was tried for a long time.",
            "[45]\\.4\\.\\d{1,3}",
            "timed? ?out|time.?out|connection refused|could not (?:connect|be reached)"
                    + "|retry time|too long|unreachable|expired|deferred"),
    REFUSED("The mail server did not take it.", "[45]\\.\\d{1,3}\\.\\d{1,3}", "");

    private static final int LONGEST = 2_000;

    private final String words;
    private final Pattern status;
    private final Pattern signs;

    BounceReason(String words, String status, String signs) {
        this.words = words;
        this.status = Pattern.compile(status);
        this.signs = Pattern.compile(signs);
    }

    /// A sentence of plain words.
    public String words() {
        return words;
    }

    /// What the mail server said is more exact than its number, which many set to 5.0.0 or 5.1.1
    /// whatever happened.
    static BounceReason of(String status, String diagnostic) {
        String said =
                Characters.line(diagnostic.substring(0, Math.min(diagnostic.length(), LONGEST)))
                        .toLowerCase(Locale.ROOT);
        for (BounceReason reason : values()) {
            if (reason != REFUSED && reason.signs.matcher(said).find()) {
                return reason;
            }
        }
        for (BounceReason reason : values()) {
            if (reason.status.matcher(status).matches()) {
                return reason;
            }
        }
        return REFUSED;
    }
}
