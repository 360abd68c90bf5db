package dev.shopbell.testkit;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// A store's mailbox on a real mail server: mail for it, with or without a tag, comes by SMTP, and
/// is fetched by IMAP.
public final class RealMailbox {

    public static final String ADDRESS = "chat@hearthlow.example";
    public static final String USER = "chat";
    public static final String PASSWORD = "secret";

    private static final Session SESSION = Session.getInstance(new Properties());

    private GreenMail server;
    private GreenMailUser user;
    private final int smtp;
    private final int imap;

    public RealMailbox() {
        open(0, 0);
        smtp = server.getSmtp().getPort();
        imap = server.getImap().getPort();
    }

    public int smtpPort() {
        return smtp;
    }

    public int imapPort() {
        return imap;
    }

    public void close() {
        server.stop();
    }

    public void put(WrittenMail mail) {
        try {
            user.deliver(new MimeMessage(SESSION, mail.stream()));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether each mail that is there was seen, oldest first.
    public List<Boolean> seen() {
        return messages().stream().map(each -> each.getFlags().contains(Flags.Flag.SEEN)).toList();
    }

    /// As if nobody had looked at any of them.
    public void forgetWhatWasSeen() {
        messages().forEach(each -> each.setFlag(Flags.Flag.SEEN, false));
    }

    /// As if somebody had looked at all of them with a mail program.
    public void see() {
        messages().forEach(each -> each.setFlag(Flags.Flag.SEEN, true));
    }

    /// The same mails in another mailbox of the same name: with UIDs of another validity.
    public void move() {
        List<MimeMessage> mails = messages().stream().map(StoredMessage::getMimeMessage).toList();
        close();
        awaitAnotherSecond();
        open(smtp, imap);
        mails.forEach(user::deliver);
    }

    /// GreenMail's validity of UIDs is the second in which the mailbox was made
    /// (`HierarchicalFolder`, 2.1).
    private static void awaitAnotherSecond() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What anybody was sent.
    public List<MimeMessage> mailsTo(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, recipient))
                .toList();
    }

    /// What a mail of ours says to who reads no HTML.
    public static String plainText(MimeMessage mail) {
        try {
            return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String recipient) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(address -> address.toString().contains(recipient));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<StoredMessage> messages() {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        try {
            return folders.getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    private void open(int smtpPort, int imapPort) {
        server =
                new GreenMail(
                        new ServerSetup[] {
                            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                        });
        server.start();
        user = server.setUser(ADDRESS, USER, PASSWORD);
        server.getUserManager().setSieveIgnoreDetail(true);
    }
}
