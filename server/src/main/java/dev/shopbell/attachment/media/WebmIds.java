package dev.shopbell.attachment.media;

import java.util.Set;

/// The numbers WebM gives its elements: those we read, and those we keep.
final class WebmIds {

    static final int HEADER = 0x1a45dfa3;
    static final int DOCUMENT_TYPE = 0x4282;
    static final int SEGMENT = 0x18538067;
    static final int CLUSTER = 0x1f43b675;
    static final int ABOUT = 0x1549a966;
    static final int TIME_SCALE = 0x2ad7b1;
    static final int DURATION = 0x4489;
    static final int WRITING_APP = 0x5741;
    static final int MUXING_APP = 0x4d80;
    static final int TRACKS = 0x1654ae6b;
    static final int TRACK = 0xae;
    static final int TRACK_NUMBER = 0xd7;
    static final int TRACK_TYPE = 0x83;
    static final int DEFAULT_DURATION = 0x23e383;
    static final int VIDEO = 0xe0;
    static final int PIXEL_WIDTH = 0xb0;
    static final int PIXEL_HEIGHT = 0xba;
    static final int DISPLAY_WIDTH = 0x54b0;
    static final int DISPLAY_HEIGHT = 0x54ba;
    static final int DISPLAY_UNIT = 0x54b2;
    static final int PROJECTION = 0x7670;
    static final int ROLL = 0x7675;
    static final int CLUSTER_TIME = 0xe7;
    static final int SIMPLE_BLOCK = 0xa3;
    static final int BLOCK_GROUP = 0xa0;
    static final int BLOCK = 0xa1;
    static final int BLOCK_DURATION = 0x9b;
    static final int VOID = 0xec;

    static final Set<Integer> KEPT_IN_HEADER =
            Set.of(0x4286, 0x42f7, 0x42f2, 0x42f3, DOCUMENT_TYPE, 0x4287, 0x4285);

    /// Where to seek, and the sizes and places of clusters.
    static final Set<Integer> KEPT = Set.of(0x114d9b74, 0x1c53bb6b, 0xab, 0xa7);

    /// How it is coded and for whom it is meant; not what somebody called it.
    static final Set<Integer> KEPT_IN_TRACK =
            Set.of(
                    TRACK_NUMBER,
                    0x73c5,
                    TRACK_TYPE,
                    0xb9,
                    0x88,
                    0x55aa,
                    0x9c,
                    0x6de7,
                    0x6df8,
                    DEFAULT_DURATION,
                    0x234e7a,
                    0x23314f,
                    0x55ee,
                    0x86,
                    0x63a2,
                    0x56aa,
                    0x56bb,
                    VIDEO,
                    0xe1,
                    0x22b59c,
                    0x22b59d,
                    0x6d80,
                    0x41e4);

    private WebmIds() {}
}
