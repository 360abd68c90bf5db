/// Makes values of the bytes of a mail: who wrote it, what it says, what it brings, whether a
/// person wrote it at all. Knows no database and no network, and trusts nothing that a mail claims:
/// whatever the bytes say, nothing is thrown and the work is bounded ([Limits]).
///
/// [ParsedMail] is where to begin, [MailKind] says what the mail is, [QuotedReply] which of its
/// words are new, [SafeHtml] how it may be shown as it was sent.
@NullMarked
package dev.shopbell.email.mime;

import org.jspecify.annotations.NullMarked;
