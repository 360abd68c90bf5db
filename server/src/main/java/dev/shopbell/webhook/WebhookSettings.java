package dev.shopbell.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// `shopbell.webhook.*`
@ConfigMapping(prefix = "shopbell.webhook")
interface WebhookSettings {

    /// Whether receivers may be on this machine, also without TLS, or on a private network.
    @WithDefault("false")
    boolean privateAddresses();
}
