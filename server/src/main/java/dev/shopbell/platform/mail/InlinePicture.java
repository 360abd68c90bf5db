package dev.shopbell.platform.mail;

/// A picture within a mail that its HTML shows as `cid:` with this id (RFC 2392), in this size.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InlinePicture(
        String contentId, String mediaType, int width, int height, byte[] bytes) {

    @Override
    public String toString() {
        return "***";
    }
}
