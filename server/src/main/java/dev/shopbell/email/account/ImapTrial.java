package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSessions;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/// Looks for mails in a store's mailbox, and takes its own out again.
final class ImapTrial implements AutoCloseable {

    private static final int LOOKED_AT = 50;
    private static final int MOST_FOLDERS = 200;

    private final MailServer.Folder where;
    private final MailSessions sessions;
    private @Nullable Store store;
    private @Nullable Folder folder;

    ImapTrial(MailServer.Folder where, MailSessions sessions) {
        this.where = where;
        this.sessions = sessions;
    }

    void signIn() throws CheckFailedException {
        MailServer server = where.server();
        MailServer.Login login = server.login();
        try {
            Store opened = sessions.imap(server).getStore("imap");
            store = opened;
            opened.connect(
                    server.host(),
                    server.port(),
                    login == null ? "" : login.user(),
                    login == null ? "" : login.password());
        } catch (AuthenticationFailedException e) {
            throw SmtpTrial.loginRefused(e);
        } catch (MessagingException _) {
            throw new CheckFailedException("hung_up");
        }
    }

    void openFolder() throws CheckFailedException {
        try {
            Folder found = signedIn().getFolder(where.name());
            if (!found.exists()) {
                throw new CheckFailedException("folder_missing");
            }
            found.open(Folder.READ_WRITE);
            folder = found;
        } catch (MessagingException e) {
            throw new CheckFailedException("folder_closed", String.valueOf(e.getMessage()));
        }
    }

    /// Which of these mails are there by now, and the names of the domains that signed each.
    Map<String, List<String>> arrived(Set<String> messageIds) throws CheckFailedException {
        Folder open = folder;
        if (open == null) {
            throw new IllegalStateException("no folder is open");
        }
        try {
            return taken(open, messageIds);
        } catch (MessagingException _) {
            throw new CheckFailedException("hung_up");
        }
    }

    private static Map<String, List<String>> taken(Folder open, Set<String> messageIds)
            throws MessagingException {
        int count = open.getMessageCount();
        if (count < 1) {
            return Map.of();
        }
        Message[] newest = open.getMessages(Math.max(1, count - LOOKED_AT + 1), count);
        FetchProfile heads = new FetchProfile();
        heads.add(IMAPFolder.FetchProfileItem.HEADERS);
        open.fetch(newest, heads);
        Map<String, List<String>> arrived = new HashMap<>();
        List<Message> ours = new ArrayList<>();
        for (Message mail : newest) {
            String[] id = mail.getHeader("Message-ID");
            if (id != null && messageIds.contains(id[0].strip())) {
                String[] signatures = mail.getHeader("DKIM-Signature");
                arrived.put(
                        id[0].strip(), signatures == null ? List.of() : Arrays.asList(signatures));
                ours.add(mail);
            }
        }
        remove(open, ours.toArray(Message[]::new));
        return arrived;
    }

    /// Not what somebody else has marked: where the server cannot tell them apart, ours stay
    /// marked.
    private static void remove(Folder open, Message[] ours) throws MessagingException {
        if (ours.length == 0) {
            return;
        }
        open.setFlags(ours, new Flags(Flags.Flag.DELETED), true);
        if (open instanceof IMAPFolder imap) {
            try {
                imap.expunge(ours);
            } catch (MessagingException _) {
                open.setFlags(ours, new Flags(Flags.Flag.SEEN), true);
            }
        }
    }

    /// Whether one of these mails is where the server puts what it takes for spam.
    boolean isInJunk(Set<String> messageIds) {
        try {
            Folder[] folders = signedIn().getDefaultFolder().list("*");
            for (int index = 0; index < Math.min(folders.length, MOST_FOLDERS); index++) {
                Folder other = folders[index];
                if (isJunk(other)) {
                    other.open(Folder.READ_WRITE);
                    return !taken(other, messageIds).isEmpty();
                }
            }
            return false;
        } catch (MessagingException _) {
            return false;
        }
    }

    private static boolean isJunk(Folder folder) throws MessagingException {
        return folder instanceof IMAPFolder imap
                && (Arrays.asList(imap.getAttributes()).contains("\\Junk")
                        || folder.getName().equalsIgnoreCase("junk")
                        || folder.getName().equalsIgnoreCase("spam"));
    }

    private Store signedIn() {
        Store open = store;
        if (open == null) {
            throw new IllegalStateException("not signed in");
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException _) {
            store = null; // it is gone either way
        }
    }
}
