package dev.shopbell.attachment.media;

import java.util.Set;

/// How samples are coded: kept, but for the names of who made the encoder and for boxes that no
/// player needs. Those stand behind the fields of a description, whose number differs.
final class Mp4Descriptions {

    private static final int VENDOR = 4;
    private static final int VENDOR_LENGTH = 4;
    private static final int COMPRESSOR = 34;
    private static final int COMPRESSOR_LENGTH = 32;

    private static final int COMMON_FIELDS = 8;
    private static final int FIELDS_OF_PICTURES = 70;
    private static final int FIELDS_OF_SOUND = 20;

    /// What QuickTime says more of sound, in its first version and in its second.
    private static final int MORE_OF_SOUND = 16;

    private static final int STILL_MORE_OF_SOUND = 36;

    /// What decoders are set up with.
    private static final Set<String> SET_UP =
            Set.of(
                    "avcC", "hvcC", "lhvC", "av1C", "vpcC", "vvcC", "dvcC", "dvvC", "dvwC", "d263",
                    "damr", "esds", "dOps", "dac3", "dec3", "dac4", "dfLa", "alac");

    /// Numbers that say how pictures lie and are coloured, how sound is cut, and what is as short.
    private static final Set<String> NUMBERS =
            Set.of(
                    "pasp", "clap", "colr", "fiel", "gama", "btrt", "bitr", "clli", "mdcv", "CoLL",
                    "SmDm", "amve", "ccst", "chrm", "chan", "chnl", "srat", "pcmC", "frma", "enda",
                    "mp4a");

    private static final int MOST_OF_NUMBERS = 64;
    private static final int BOX_HEADER = 8;

    /// What QuickTime wraps the set-up of sound in.
    private static final String WRAPPED = "wave";

    private static final String END = "\0\0\0\0";

    private final Cleaning cleaning;

    private Mp4Descriptions(Cleaning cleaning) {
        this.cleaning = cleaning;
    }

    /// Of a track that is played: the other ones are removed whole.
    static void clean(Box descriptions, boolean seen, Cleaning cleaning) {
        Mp4Descriptions cleaner = new Mp4Descriptions(cleaning);
        boolean isQuickTime = descriptions.version() == 0;
        Bytes content = descriptions.versioned();
        content.skip(4);
        Box.each(content, entry -> cleaner.clean(entry.body().rest(), seen, isQuickTime));
    }

    private void clean(Bytes description, boolean seen, boolean isQuickTime) {
        description.skip(COMMON_FIELDS);
        Bytes fields = description.rest();
        zero(fields.rest(), VENDOR, VENDOR_LENGTH);
        if (seen) {
            zero(fields.rest(), COMPRESSOR, COMPRESSOR_LENGTH);
            fields.skip(FIELDS_OF_PICTURES);
        } else {
            int version = isQuickTime ? fields.rest().u16() : 0;
            fields.skip(FIELDS_OF_SOUND);
            fields.skip(more(version));
        }
        boxes(fields, true);
    }

    private static int more(int version) {
        return switch (version) {
            case 1 -> MORE_OF_SOUND;
            case 2 -> STILL_MORE_OF_SOUND;
            default -> 0;
        };
    }

    /// Where no box begins, nothing is.
    private void boxes(Bytes rest, boolean mayWrap) {
        while (rest.left() >= BOX_HEADER) {
            long size = rest.rest().u32();
            if (size < BOX_HEADER || size > rest.left()) {
                break;
            }
            Box.each(rest.take(size), box -> part(box, mayWrap));
        }
        cleaning.zero(rest.at(), rest.at() + rest.left());
    }

    private void part(Box box, boolean mayWrap) {
        boolean isShort = box.body().left() <= MOST_OF_NUMBERS;
        if (mayWrap && box.name().equals(WRAPPED)) {
            boxes(box.body().rest(), false);
        } else if (!SET_UP.contains(box.name())
                && !(NUMBERS.contains(box.name()) && isShort)
                && !(box.name().equals(END) && box.body().isEmpty())) {
            cleaning.free(box);
        }
    }

    private void zero(Bytes fields, int at, int length) {
        fields.skip(at);
        int from = fields.at();
        fields.skip(length);
        cleaning.zero(from, fields.at());
    }
}
