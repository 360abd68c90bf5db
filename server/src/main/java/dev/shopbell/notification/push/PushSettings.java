package dev.shopbell.notification.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// `shopbell.push.*`
@ConfigMapping(prefix = "shopbell.push")
interface PushSettings {

    /// For tests: push services on this machine are asked, too, and without TLS.
    @WithDefault("false")
    boolean allowLoopback();
}
