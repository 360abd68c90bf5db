package dev.shopbell.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The body of this route is a file, of at most so many bytes. Refused while it is read, with
/// `file_too_large`, where it becomes larger.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesFile {
    int mostBytes();
}
