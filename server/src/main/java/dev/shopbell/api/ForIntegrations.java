package dev.shopbell.api;

import dev.shopbell.integration.ApiScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Only for who shows an API key with all of these scopes; with none of them named, any key will
/// do. Held by [ApiDoor]: without a key 401, without a scope 403.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ForIntegrations {
    ApiScope[] value();
}
