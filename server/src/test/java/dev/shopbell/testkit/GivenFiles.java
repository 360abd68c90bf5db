package dev.shopbell.testkit;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.Uploader;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.Messages;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given.SignedIn;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;

/// Uploads as the product takes them, without HTTP.
@Singleton
public final class GivenFiles {

    private final Uploads uploads;
    private final Messages messages;

    GivenFiles(Uploads uploads, Messages messages) {
        this.uploads = uploads;
        this.messages = messages;
    }

    public Attachment pending(SignedIn by, ConversationId in, UUID id) {
        return pending(by.member(), in, id);
    }

    public Attachment pending(Member by, ConversationId in, UUID id) {
        return upload(new Uploader.OfTeam(by), in, id);
    }

    public Attachment pending(Store store, VisitorSecret by, ConversationId in, UUID id) {
        return upload(new Uploader.Customer(store.id(), by, "here", Uploader.Rule.NONE), in, id);
    }

    /// An answer, or a note, that is nothing but a picture.
    public void sent(SignedIn by, ConversationId in, UUID id, boolean isNote) {
        pending(by, in, id);
        messages.post(
                by.member(),
                new StaffDraft(
                        in,
                        new MessageId(UUID.randomUUID()),
                        null,
                        isNote,
                        null,
                        List.of(),
                        List.of(new AttachmentId(id)),
                        List.of(),
                        null));
    }

    private Attachment upload(Uploader by, ConversationId in, UUID id) {
        return uploads.take(
                new Uploads.Place(by, in, new AttachmentId(id)),
                FileName.of("parcel.png").orElseThrow(),
                new ByteArrayInputStream(Pictures.png(700, 30, id.hashCode())));
    }
}
