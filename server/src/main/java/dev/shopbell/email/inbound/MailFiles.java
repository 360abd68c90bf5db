package dev.shopbell.email.inbound;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.MailedFile;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.mime.MailAttachment;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.List;

/// The files of a mail, read before its transaction: those that may be kept, and the others with
/// the reasons.
record MailFiles(List<MailedFile.Accepted> accepted, List<MailedFile.Refused> refused) {

    private static final int MOST = 10;
    private static final int MOST_LOOKED_AT = 20;
    private static final FileName NAMELESS = new FileName("file");

    MailFiles {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    static MailFiles of(List<MailAttachment> files, Uploads uploads) {
        List<MailedFile.Accepted> accepted = new ArrayList<>();
        List<MailedFile.Refused> refused = new ArrayList<>();
        int lookedAt = 0;
        for (MailAttachment file : files) {
            FileName name = FileName.of(file.name()).orElse(NAMELESS);
            boolean isOneTooMany = accepted.size() == MOST || ++lookedAt > MOST_LOOKED_AT;
            MailedFile read =
                    isOneTooMany
                            ? new MailedFile.Refused(name, AttachmentRefusal.TOO_MANY_FILES.code())
                            : uploads.read(name, file.content());
            switch (read) {
                case MailedFile.Accepted fit -> accepted.add(fit);
                case MailedFile.Refused unfit -> refused.add(unfit);
            }
        }
        return new MailFiles(accepted, refused);
    }

    List<AttachmentId> keep(
            Uploads uploads, StoreTransaction tx, StoreId store, ConversationId conversation) {
        return accepted.stream().map(file -> uploads.keep(tx, store, conversation, file)).toList();
    }
}
