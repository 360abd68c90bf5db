package dev.shopbell.email.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who a mail is from. Lists and groups put their own name there where the domain of whoever wrote
/// forbids others to send its mail (DMARC), and say elsewhere who that was.
public final class Writer {

    private static final Pattern POST = Pattern.compile("<mailto:([^?>]{1,320})");

    private Writer() {}

    /// As they call themselves; empty when the mail does not say.
    public static List<MailAddress> of(ParsedMail mail) {
        if (!isInTheNameOfItsList(mail)) {
            return mail.from();
        }
        List<MailAddress> named = named(mail);
        return named.isEmpty() ? mail.from() : named;
    }

    /// It is from the list, and from nobody that could be answered.
    static boolean isTheList(ParsedMail mail) {
        return isInTheNameOfItsList(mail) && named(mail).isEmpty();
    }

    private static List<MailAddress> named(ParsedMail mail) {
        String list = list(mail).orElse("");
        return Stream.concat(
                        AddressList.of(mail.headers().first("x-original-from").orElse("")).stream(),
                        mail.replyTo().stream())
                .filter(each -> !each.address().isBlank() && !isAt(each, list))
                .limit(1)
                .toList();
    }

    private static boolean isInTheNameOfItsList(ParsedMail mail) {
        return list(mail)
                .filter(list -> mail.from().stream().anyMatch(from -> isAt(from, list)))
                .isPresent();
    }

    private static Optional<String> list(ParsedMail mail) {
        return mail.headers()
                .first("list-post")
                .flatMap(post -> POST.matcher(post).results().findFirst())
                .map(found -> found.group(1).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isAt(MailAddress address, String list) {
        return address.address().strip().toLowerCase(Locale.ROOT).equals(list);
    }
}
