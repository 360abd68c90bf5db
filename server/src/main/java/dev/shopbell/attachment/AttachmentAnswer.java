package dev.shopbell.attachment;

/// What an upload, and a change of one, is answered with.
public record AttachmentAnswer(AttachmentView attachment) {

    public static AttachmentAnswer of(Attachment attachment) {
        return new AttachmentAnswer(AttachmentView.of(attachment));
    }
}
