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
    static final int AUDIO = 0xe1;
    static final int PIXEL_WIDTH = 0xb0;
    static final int PIXEL_HEIGHT = 0xba;
    static final int DISPLAY_WIDTH = 0x54b0;
    static final int DISPLAY_HEIGHT = 0x54ba;
    static final int DISPLAY_UNIT = 0x54b2;
    static final int COLOURS = 0x55b0;
    static final int MASTERING = 0x55d0;
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
                    AUDIO,
                    0x22b59c,
                    0x22b59d,
                    0x6d80,
                    0x41e4);

    /// Numbers that say how pictures lie.
    static final Set<Integer> KEPT_IN_VIDEO =
            Set.of(0x9a, 0x9d, 0x53b8, 0x53c0, 0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x54b3);

    /// Numbers that say how they are coloured.
    static final Set<Integer> KEPT_IN_COLOURS =
            Set.of(
                    0x55b1, 0x55b2, 0x55b3, 0x55b4, 0x55b5, 0x55b6, 0x55b7, 0x55b8, 0x55b9, 0x55ba,
                    0x55bb, 0x55bc, 0x55bd, 0x55d1, 0x55d2, 0x55d3, 0x55d4, 0x55d5, 0x55d6, 0x55d7,
                    0x55d8, 0x55d9, 0x55da);

    /// Numbers that say how they are turned.
    static final Set<Integer> KEPT_IN_PROJECTION = Set.of(0x7671, 0x7673, 0x7674);

    /// Numbers that say how fast and in how many channels.
    static final Set<Integer> KEPT_IN_AUDIO = Set.of(0xb5, 0x78b5, 0x9f, 0x6264, 0x52f1);

    /// What it is the difference from, what to leave out of its sound, what is clear about it.
    static final Set<Integer> KEPT_IN_GROUP = Set.of(BLOCK, BLOCK_DURATION, 0xfb, 0x75a2, 0x75a1);

    private WebmIds() {}
}
