package dev.shopbell.attachment.media;

import java.util.BitSet;
import java.util.List;

/// Which bytes of the media somebody plays: those that a sample points to. Nothing else in there is
/// kept, for it may be anything.
final class Mp4Played {

    /// How many samples begin at a byte, less those that end before it.
    private final int[] changes;

    private final BitSet begins;
    private final BitSet endless;

    Mp4Played(int fileLength) {
        changes = new int[fileLength + 1];
        begins = new BitSet(fileLength);
        endless = new BitSet(fileLength);
    }

    void add(long offset, long size) {
        changes[(int) offset]++;
        changes[(int) (offset + size)]--;
        begins.set((int) offset);
    }

    /// QuickTime counts sound in units that tell nothing of bytes: it goes on until something else
    /// begins.
    void addEndless(long offset, long size) {
        add(offset, size);
        endless.set((int) offset);
    }

    void zeroRest(List<Box> media, Cleaning cleaning) {
        int at = 0;
        int samples = 0;
        for (Box box : media) {
            int from = box.body().at();
            for (; at < from; at++) {
                samples += changes[at];
            }
            boolean goesOn = false;
            int unplayed = from;
            for (; at < box.end(); at++) {
                samples += changes[at];
                goesOn = begins.get(at) ? endless.get(at) : goesOn;
                if (samples > 0 || goesOn) {
                    cleaning.zero(unplayed, at);
                    unplayed = at + 1;
                }
            }
            cleaning.zero(unplayed, at);
        }
    }
}
