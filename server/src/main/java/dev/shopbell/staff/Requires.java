package dev.shopbell.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Only for staff who have one of these permissions in the store that the path names as `{store}`.
/// Signed out is 401, no member of the store 404, without the permission 403; and a write from
/// another origin 403.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission[] value();
}
