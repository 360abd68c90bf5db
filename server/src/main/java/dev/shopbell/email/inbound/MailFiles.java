package dev.shopbell.email.inbound;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.MailedFile;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.mime.MailAttachment;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of a mail, read before its transaction: those that may be kept, and the others with
/// the reasons.
record MailFiles(List<Fit> accepted, List<MailedFile.Refused> refused) {

    private static final int MOST = 10;
    private static final int MOST_LOOKED_AT = 20;
    private static final FileName NAMELESS = new FileName("file");

    private static final int LONGEST_CONTENT_ID = 300;

    /// @param contentId by which the mail's HTML may show it
    record Fit(MailedFile.Accepted file, @Nullable String contentId) {}

    /// @param shown which of them the HTML may show, by its name for them
    record Kept(List<AttachmentId> files, Map<String, AttachmentId> shown) {
        Kept {
            files = List.copyOf(files);
            shown = Map.copyOf(shown);
        }
    }

    MailFiles {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    static MailFiles of(List<MailAttachment> files, Uploads uploads) {
        List<Fit> accepted = new ArrayList<>();
        List<MailedFile.Refused> refused = new ArrayList<>();
        int lookedAt = 0;
        for (MailAttachment file : files) {
            FileName name = FileName.of(file.name()).orElse(NAMELESS);
            boolean isOneTooMany = accepted.size() == MOST || ++lookedAt > MOST_LOOKED_AT;
            MailedFile read =
                    isOneTooMany
                            ? new MailedFile.Refused(name, AttachmentRefusal.TOO_MANY_FILES.code())
                            : read(name, file, uploads);
            switch (read) {
                case MailedFile.Accepted fit -> accepted.add(new Fit(fit, file.contentId()));
                case MailedFile.Refused unfit -> refused.add(unfit);
            }
        }
        return new MailFiles(accepted, refused);
    }

    private static MailedFile read(FileName name, MailAttachment file, Uploads uploads) {
        return file.isWhole()
                ? uploads.read(name, file.content())
                : new MailedFile.Refused(name, HttpRefusal.FILE_TOO_LARGE.code());
    }

    Kept keep(Uploads uploads, StoreTransaction tx, StoreId store, ConversationId conversation) {
        List<AttachmentId> files = new ArrayList<>();
        Map<String, AttachmentId> shown = new HashMap<>();
        for (Fit fit : accepted) {
            AttachmentId id = uploads.keep(tx, store, conversation, fit.file());
            files.add(id);
            String name = fit.contentId();
            if (name != null && name.length() <= LONGEST_CONTENT_ID) {
                shown.put(name, id);
            }
        }
        return new Kept(files, shown);
    }
}
