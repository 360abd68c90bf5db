package dev.shopbell.attachment.media;

/// How samples are coded: kept, but for the names of who made the encoder.
final class Mp4Descriptions {

    private static final int VENDOR = 4;
    private static final int VENDOR_LENGTH = 4;
    private static final int COMPRESSOR = 34;
    private static final int COMPRESSOR_LENGTH = 32;

    private Mp4Descriptions() {}

    static void clean(Box descriptions, boolean seen, Cleaning cleaning) {
        Bytes content = descriptions.versioned();
        content.skip(4);
        Box.each(
                content,
                entry -> {
                    Bytes fields = entry.body().rest();
                    fields.skip(8);
                    zero(fields.rest(), VENDOR, VENDOR_LENGTH, cleaning);
                    if (seen) {
                        zero(fields.rest(), COMPRESSOR, COMPRESSOR_LENGTH, cleaning);
                    }
                });
    }

    private static void zero(Bytes fields, int at, int length, Cleaning cleaning) {
        fields.skip(at);
        int from = fields.at();
        fields.skip(length);
        cleaning.zero(from, fields.at());
    }
}
