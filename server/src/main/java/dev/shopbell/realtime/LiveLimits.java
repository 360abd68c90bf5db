package dev.shopbell.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// `shopbell.live.*`: how long a socket may be silent, and how much may wait for it or come from
/// it. The defaults are what `docs/reference/protocol.md`, section 4, promises.
@ConfigMapping(prefix = "shopbell.live")
interface LiveLimits {

    /// Without a hello by then the socket ends.
    @WithDefault("10S")
    Duration helloWithin();

    @WithDefault("25S")
    Duration pingEvery();

    /// Without a word for so long the socket ends.
    @WithDefault("60S")
    Duration silenceEnds();

    /// Frames a slow reader may let pile up.
    @WithDefault("256")
    int mostFramesWaiting();

    /// Characters a slow reader may let pile up.
    @WithDefault("1000000")
    int mostCharactersWaiting();

    /// Frames a client may send within any [#heardWithin].
    @WithDefault("20")
    int mostFramesHeard();

    @WithDefault("10S")
    Duration heardWithin();

    /// Over how long clients are spread that have to connect again.
    @WithDefault("5S")
    Duration reconnectSpread();

    /// How long ended sockets may take to hear their last frames before the server goes on.
    @WithDefault("2S")
    Duration lastWords();

    /// How long a client may take to answer the end of its socket before the server hangs up.
    @WithDefault("10S")
    Duration goneWithin();

    /// How many clients may be let in at the same moment; the others wait their turn, so that a
    /// crowd that comes back does not take every database connection.
    @WithDefault("8")
    int hellosAtOnce();

    /// Sockets of everybody behind one address at a time. Generous: a school shares one.
    @WithDefault("300")
    int mostSocketsOfAnAddress();
}
