package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell of a store's e-mail.
final class EmailShapes {

    private static final String PACKAGE = "email.account.";

    private EmailShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-email-settings",
                hidden(PACKAGE + "SettingsView"),
                "staff-email-settings-none",
                hidden(PACKAGE + "SettingsView"),
                "staff-email-check",
                hidden(PACKAGE + "EmailSettingsResource$CheckAnswer"),
                "staff-email-check-none",
                hidden(PACKAGE + "EmailSettingsResource$CheckAnswer"),
                "request-email-settings",
                hidden(PACKAGE + "WantedSettings"),
                "request-email-use",
                hidden(PACKAGE + "EmailSettingsResource$WantedVersion"),
                "staff-logo",
                hidden("email.logo.LogoResource$LogoAnswer"),
                "staff-logo-none",
                hidden("email.logo.LogoResource$LogoAnswer"));
    }
}
